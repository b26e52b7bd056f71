# fails: mse
# because: It squares the mean error instead of averaging the squared errors, so errors of different signs cancel.
# batch: 1
# told: true author mse: square of the mean
# %% solution-mse
def mse(p, t):
    err = p[:, 0] - t
    return err.mean() ** 2
