# fails: mse
# because: A column (N, 1) less a row (N,) is a table (N, N) of all differences; the predictions must become a row first.
# batch: 2
# told: true author mse: N by N
# %% solution-mse
def mse(p, t):
    """p (N, 1) predictions, t (N,) targets -> their mean squared error, one number."""
    d = p - t
    return (d**2).mean()
