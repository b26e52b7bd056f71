# fails: row_normalise
# because: The student summed along axis 0 and divided each column by its own sum; a row's share needs the sum along axis 1.
# batch: 2
# told: true author rows: the columns
# %% solution-row-normalise
def row_normalise(M):
    """M (R, C), float32 or whole numbers, >= 0 -> P (R, C) float32: each row of M divided by its sum."""
    totals = M.sum(0, keepdim=True)
    return M.float() / totals
