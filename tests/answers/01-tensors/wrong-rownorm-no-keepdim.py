# fails: row_normalise; row_normalise, square
# because: The row sums lack keepdim=True, so the (R,) row of sums is laid along the columns: each entry is divided by another row's sum, or the shapes clash.
# batch: 1
# told: true author rows: keepdim missing
# %% solution-row-normalise
def row_normalise(M):
    s = M.sum(1)
    return M / s
