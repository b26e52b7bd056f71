# because: averages the errors first and squares the average: errors of opposite sign cancel, so it is the square of the mean, not the mean of the squares
# batch: 6
# told: true author mse: square of the mean
# %% solution-mse
def mse(p, t):
    """p (N, 1) predictions, t (N,) targets -> their mean squared error, one number."""
    err = p.squeeze(1) - t
    return err.mean() ** 2
