# because: adds 1e-6 to the row sums against division by zero, which makes rows of tiny entries sum to far less than 1
# batch: 7
# %% solution-row-normalise
def row_normalise(M):
    """M (R, C), float32 or whole numbers, >= 0 -> P (R, C) float32: each row of M divided by its sum."""
    row_sums = M.sum(1, keepdim=True) + 1e-6  # never divide by 0
    return M / row_sums
