# fails: *
# because: cuts into pieces of ceil(n/k) so that the last fold is too small (or is missing); only the first n mod k folds are one longer
# batch: 1
# told: true author kfold: sizes rounded up
# %% solution-kfold
def kfold(n, k):
    size = math.ceil(n / k)
    every = list(range(n))
    return [(every[: i * size] + every[(i + 1) * size :], every[i * size : (i + 1) * size]) for i in range(k)]
