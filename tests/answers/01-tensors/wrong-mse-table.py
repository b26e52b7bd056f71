# fails: mse
# because: A column (N, 1) minus a row (N,) is a table (N, N) of all differences; the mean then goes over all pairs.
# batch: 1
# told: true author mse: N by N
# %% solution-mse
def mse(p, t):
    return ((p - t) ** 2).mean()
