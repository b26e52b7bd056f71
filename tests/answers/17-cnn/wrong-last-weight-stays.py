# because: loops over the weights but assigns the product instead of adding it: only the lower right weight's product is left
# batch: 5
# told: true author correlate: the last product only
# %% solution-correlate
def correlate(x, w):
    """x (H, W), w (kh, kw) -> (H - kh + 1, W - kw + 1): the weighted sum of each window."""
    H, W = x.shape
    kh, kw = w.shape
    out = x.new_zeros(H - kh + 1, W - kw + 1)
    rows, cols = out.shape
    for i in range(kh):
        for j in range(kw):
            out[:, :] = w[i, j] * x[i:i + rows, j:j + cols]
    return out
