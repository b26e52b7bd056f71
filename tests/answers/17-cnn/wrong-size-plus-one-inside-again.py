# fails: out_shape: stride
# because: The 1 for the first window is added before the division by the stride instead of after it.
# batch: 2
# told: true author size: the one inside the fraction
# %% solution-size
def out_shape(size, kernel, stride=1, pad=0):
    """size (H, W), kernel (kh, kw), stride and pad int -> (Hout, Wout): a tuple of two ints."""
    h = size[0] + 2 * pad - kernel[0] + 1
    w = size[1] + 2 * pad - kernel[1] + 1
    return (h // stride, w // stride)
