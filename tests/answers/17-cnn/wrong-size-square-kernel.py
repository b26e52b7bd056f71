# fails: out_shape: no padding
# because: The kernel's height is used for the columns too; kernels need not be square.
# batch: 2
# told: vague numeric few wrong
# %% solution-size
def out_shape(size, kernel, stride=1, pad=0):
    """size (H, W), kernel (kh, kw), stride and pad int -> (Hout, Wout): a tuple of two ints."""
    k, _ = kernel
    out = [(n + 2 * pad - k) // stride + 1 for n in size]
    return out[0], out[1]
