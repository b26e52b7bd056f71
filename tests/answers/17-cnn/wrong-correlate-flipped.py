# fails: correlate
# because: turns the kernel by 180 degrees first, the mathematicians' convolution; here nothing is turned
# batch: 1
# told: true author correlate: kernel turned round
# %% solution-correlate
def correlate(x, w):
    """x (H, W), w (kh, kw) -> (H - kh + 1, W - kw + 1): the weighted sum of each window."""
    H, W = x.shape
    kh, kw = w.shape
    out = x.new_zeros(H - kh + 1, W - kw + 1)
    wf = w.flip(0, 1)
    for i in range(out.shape[0]):
        for j in range(out.shape[1]):
            out[i, j] = (x[i:i+kh, j:j+kw] * wf).sum()
    return out
