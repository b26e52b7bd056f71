# fails: out_shape: stride
# because: puts the + 1 into the fraction, (n + 2P - k + 1) // s; it belongs outside
# batch: 1
# told: true author size: the one inside the fraction
# %% solution-size
def out_shape(size, kernel, stride=1, pad=0):
    H, W = size
    kh, kw = kernel
    Hout = (H + 2 * pad - kh + 1) // stride
    Wout = (W + 2 * pad - kw + 1) // stride
    return (Hout, Wout)
