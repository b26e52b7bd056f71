# because: F.normalize without p=1 divides each row by its Euclidean length (root of the sum of squares) instead of by its sum
# batch: 6
# told: true author rows: length 1
# %% solution-row-normalise
def row_normalise(M):
    """M (R, C), float32 or whole numbers, >= 0 -> P (R, C) float32: each row of M divided by its sum."""
    M = M.to(torch.float32)
    return F.normalize(M, dim=1)
