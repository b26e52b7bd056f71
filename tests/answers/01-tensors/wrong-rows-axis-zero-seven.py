# because: sums along axis 0, so every column sums to 1 instead of every row
# batch: 7
# %% solution-row-normalise
def row_normalise(M):
    """M (R, C), float32 or whole numbers, >= 0 -> P (R, C) float32: each row of M divided by its sum."""
    total = M.sum(0, keepdim=True)
    return M / total
