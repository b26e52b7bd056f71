# because: takes .float() for a copy and divides in place: for a table that is float32 already .float() returns the same tensor, so the caller's table is overwritten (the returned shares are right)
# batch: 6
# told: true author rows: in place
# %% solution-row-normalise
def row_normalise(M):
    """M (R, C), float32 or whole numbers, >= 0 -> P (R, C) float32: each row of M divided by its sum."""
    # work on a float copy so that the caller's table stays as it is
    P = M.float()
    row_totals = P.sum(dim=1, keepdim=True)   # (R, 1)
    P /= row_totals
    return P
