# fails: row_normalise
# because: The row sums (R,) meet the table flush right and are copied along the wrong axis (an error for R != C, silently wrong for a square); keepdim=True or [:, None] makes them a column.
# batch: 2
# told: true author rows: keepdim missing
# %% solution-row-normalise
def row_normalise(M):
    """M (R, C), float32 or whole numbers, >= 0 -> P (R, C) float32: each row of M divided by its sum."""
    row_sums = M.sum(1)
    P = M / row_sums
    return P
