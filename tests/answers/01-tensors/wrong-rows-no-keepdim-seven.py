# because: sums the rows without keepdim: (R, C) / (R,) divides column j by the sum of row j, an error for R != C
# batch: 7
# %% solution-row-normalise
def row_normalise(M):
    """M (R, C), float32 or whole numbers, >= 0 -> P (R, C) float32: each row of M divided by its sum."""
    s = M.sum(1)
    return M / s
