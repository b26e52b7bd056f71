# fails: row_normalise
# because: It adds up along axis 0, so the columns become shares; the sum of each row is along axis 1.
# batch: 1
# told: true author rows: the columns
# %% solution-row-normalise
def row_normalise(M):
    """M (R, C), float32 or whole numbers, >= 0 -> P (R, C) float32: each row of M divided by its sum."""
    column_sums = M.sum(0, keepdim=True)
    return (M / column_sums).float()
