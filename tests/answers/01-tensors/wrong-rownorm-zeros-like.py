# fails: *
# because: The result is made by zeros_like(M): for a table of whole numbers it is a table of whole numbers, and all shares are cut down to 0.
# batch: 1
# told: true author rows: a table of the caller's kind
# %% solution-row-normalise
def row_normalise(M):
    P = torch.zeros_like(M)
    for i in range(M.shape[0]):
        P[i] = M[i] / M[i].sum()
    return P
