# fails: correlate
# because: The loops end one place too early, so the last row and column of the output stay 0.
# batch: 2
# told: true author correlate: the last windows left out
# %% solution-correlate
def correlate(x, w):
    """x (H, W), w (kh, kw) -> (H - kh + 1, W - kw + 1): the weighted sum of each window."""
    H, W = x.shape
    kh, kw = w.shape
    out = x.new_zeros(H - kh + 1, W - kw + 1)
    for p in range(H - kh):
        for q in range(W - kw):
            out[p, q] = torch.sum(x[p : p + kh, q : q + kw] * w)
    return out
