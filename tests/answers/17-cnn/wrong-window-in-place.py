# because: multiplies the window in place (window *= w): it is a view of x, so x is changed, and later overlapping windows see pixels that were multiplied already
# batch: 5
# told: true author correlate: the products written into the picture
# %% solution-correlate
def correlate(x, w):
    """x (H, W), w (kh, kw) -> (H - kh + 1, W - kw + 1): the weighted sum of each window."""
    H, W = x.shape
    kh, kw = w.shape
    out = x.new_zeros(H - kh + 1, W - kw + 1)
    for p in range(H - kh + 1):
        for q in range(W - kw + 1):
            window = x[p:p + kh, q:q + kw]
            window *= w
            out[p, q] = window.sum()
    return out
