# fails: pick
# because: gather gives a column (N, 1), and it is returned as it is; the result should be a row (N,).
# batch: 1
# told: true author pick: a column
# %% solution-pick
def pick(P, y):
    return P.gather(1, y.long()[:, None])
