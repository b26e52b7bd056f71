# because: divides with /= : .float() of a float32 table is the same tensor, so the caller's table is overwritten
# batch: 7
# %% solution-row-normalise
def row_normalise(M):
    """M (R, C), float32 or whole numbers, >= 0 -> P (R, C) float32: each row of M divided by its sum."""
    M = M.float()  # maybe they are ints
    M /= M.sum(dim=1, keepdim=True)
    return M
