# fails: mse
# because: The student averaged first and squared afterwards, so errors of opposite sign cancel; every error must be squared before the mean.
# batch: 2
# told: true author mse: square of the mean
# %% solution-mse
def mse(p, t):
    """p (N, 1) predictions, t (N,) targets -> their mean squared error, one number."""
    return (p.flatten() - t).mean() ** 2
