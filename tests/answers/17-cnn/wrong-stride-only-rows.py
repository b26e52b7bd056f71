# because: the stride divides only the rows; the width is computed as if the stride were 1
# batch: 5
# told: true author size: the stride for the rows only
# %% solution-size
def out_shape(size, kernel, stride=1, pad=0):
    """size (H, W), kernel (kh, kw), stride and pad int -> (Hout, Wout): a tuple of two ints."""
    H, W = size
    kh, kw = kernel
    Hout = (H + 2 * pad - kh) // stride + 1
    Wout = (W + 2 * pad - kw) + 1
    return Hout, Wout
