# fails: mse, its arguments afterwards
# because: writes the differences into the caller's predictions
# batch: 4
# told: true author mse: the differences written into p
# %% solution-mse
def mse(p, t):
    p[:, 0] -= t
    return (p[:, 0] ** 2).sum() / len(t)
