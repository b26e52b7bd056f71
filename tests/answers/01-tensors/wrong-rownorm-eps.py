# fails: row_normalise, tiny numbers
# because: adds 1e-9 to each sum against a division by 0: too much for tiny numbers
# batch: 4
# told: true numeric sums are not 1
# %% solution-row-normalise
def row_normalise(M):
    eps = 1e-9
    return M / (M.sum(dim=1, keepdim=True) + eps)
