# fails: correlate
# because: The window jumps by its own size, as in pooling; it moves by one pixel at a time.
# batch: 2
# told: none
# %% solution-correlate
def correlate(x, w):
    """x (H, W), w (kh, kw) -> (H - kh + 1, W - kw + 1): the weighted sum of each window."""
    H, W = x.shape
    kh, kw = w.shape
    out = x.new_zeros(H - kh + 1, W - kw + 1)
    for p, i in enumerate(range(0, H - kh + 1, kh)):
        for q, j in enumerate(range(0, W - kw + 1, kw)):
            out[p, q] = (x[i : i + kh, j : j + kw] * w).sum()
    return out
