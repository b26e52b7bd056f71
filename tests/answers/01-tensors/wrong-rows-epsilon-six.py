# because: adds 1e-6 to each row's sum against division by zero: rows whose entries are tiny (sum of the order of 1e-6 or less) no longer sum to 1
# batch: 6
# told: true author rows: 1e-6 below
# %% solution-row-normalise
def row_normalise(M):
    """M (R, C), float32 or whole numbers, >= 0 -> P (R, C) float32: each row of M divided by its sum."""
    eps = 1e-6  # never divide by 0
    return (M / (M.sum(1, keepdim=True) + eps)).float()
