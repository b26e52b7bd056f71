# because: rolls the picture by (+i, +j) instead of (-i, -j): pixel (p - i, q - j), taken round the edge, meets weight (i, j)
# batch: 5
# told: true author correlate: pixels before the place
# %% solution-correlate
def correlate(x, w):
    """x (H, W), w (kh, kw) -> (H - kh + 1, W - kw + 1): the weighted sum of each window."""
    H, W = x.shape
    kh, kw = w.shape
    out = x.new_zeros(H - kh + 1, W - kw + 1)
    for i in range(kh):
        for j in range(kw):
            shifted = torch.roll(x, shifts=(i, j), dims=(0, 1))
            out += w[i, j] * shifted[: H - kh + 1, : W - kw + 1]
    return out
