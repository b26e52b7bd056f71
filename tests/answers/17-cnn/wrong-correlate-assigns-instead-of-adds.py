# fails: correlate
# because: Each turn of the loop over the kernel overwrites the output, only the last weight counts; the products must be added up.
# batch: 2
# told: true author correlate: the last product only
# %% solution-correlate
def correlate(x, w):
    """x (H, W), w (kh, kw) -> (H - kh + 1, W - kw + 1): the weighted sum of each window."""
    H, W = x.shape
    kh, kw = w.shape
    out = x.new_zeros(H - kh + 1, W - kw + 1)
    for i in range(kh):
        for j in range(kw):
            out = w[i, j] * x[i : i + H - kh + 1, j : j + W - kw + 1]
    return out
