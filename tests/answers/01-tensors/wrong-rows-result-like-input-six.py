# because: collects the shares in torch.zeros_like(M), which has M's dtype: for whole numbers the shares are cut off to 0 (or 1) and the result is int64 instead of float32
# batch: 6
# told: true author rows: a table of the caller's kind
# %% solution-row-normalise
def row_normalise(M):
    """M (R, C), float32 or whole numbers, >= 0 -> P (R, C) float32: each row of M divided by its sum."""
    result = torch.zeros_like(M)
    for i in range(M.shape[0]):
        total = M[i].sum()
        result[i] = M[i] / total
    return result
