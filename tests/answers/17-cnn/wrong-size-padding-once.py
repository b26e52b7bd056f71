# fails: out_shape: padding
# because: The padding is added once only; it is put on both sides of each axis, so 2P.
# batch: 2
# told: true author size: padding on one side
# %% solution-size
def out_shape(size, kernel, stride=1, pad=0):
    """size (H, W), kernel (kh, kw), stride and pad int -> (Hout, Wout): a tuple of two ints."""
    H, W = size
    kh, kw = kernel
    return (H + pad - kh) // stride + 1, (W + pad - kw) // stride + 1
