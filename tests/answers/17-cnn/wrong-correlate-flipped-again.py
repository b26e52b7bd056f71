# fails: correlate
# because: The kernel is turned by 180 degrees as in the mathematical convolution; here nothing is turned.
# batch: 2
# told: true author correlate: kernel turned round
# %% solution-correlate
def correlate(x, w):
    """x (H, W), w (kh, kw) -> (H - kh + 1, W - kw + 1): the weighted sum of each window."""
    H, W = x.shape
    kh, kw = w.shape
    out = x.new_zeros(H - kh + 1, W - kw + 1)
    wf = w.flip(0, 1)
    for p in range(H - kh + 1):
        for q in range(W - kw + 1):
            out[p, q] = (x[p : p + kh, q : q + kw] * wf).sum()
    return out
