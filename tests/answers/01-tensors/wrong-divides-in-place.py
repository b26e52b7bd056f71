# fails: row_normalise, the caller's table
# because: The student divided the rows of M itself, so the caller's table is changed; the shares have to go into a new tensor.
# batch: 2
# told: true author rows: in place
# %% solution-row-normalise
def row_normalise(M):
    """M (R, C), float32 or whole numbers, >= 0 -> P (R, C) float32: each row of M divided by its sum."""
    # go through the places one by one
    for i in range(M.shape[0]):
        M[i] = M[i] / M[i].sum()
    return M
