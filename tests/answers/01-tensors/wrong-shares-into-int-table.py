# fails: *
# because: zeros_like(M) has M's dtype, so for a table of whole numbers all shares are cut down to 0; the result must be float32.
# batch: 2
# told: true author rows: a table of the caller's kind
# %% solution-row-normalise
def row_normalise(M):
    """M (R, C), float32 or whole numbers, >= 0 -> P (R, C) float32: each row of M divided by its sum."""
    P = torch.zeros_like(M)
    for i, row in enumerate(M):
        P[i] = row / row.sum()
    return P
