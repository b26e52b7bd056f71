# because: writes the shares into zeros_like(M), which is an integer table when M holds whole numbers, so the shares are cut to 0 (or 1)
# batch: 7
# %% solution-row-normalise
def row_normalise(M):
    """M (R, C), float32 or whole numbers, >= 0 -> P (R, C) float32: each row of M divided by its sum."""
    P = torch.zeros_like(M)
    for i in range(M.shape[0]):
        P[i] = M[i] / M[i].sum()
    return P
