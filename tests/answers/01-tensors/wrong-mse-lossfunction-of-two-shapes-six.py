# because: gives F.mse_loss a column (N, 1) and a row (N,): it broadcasts (with a mere warning) to (N, N) and averages all pairs of prediction and target
# batch: 6
# told: true author mse: N by N
# %% solution-mse
def mse(p, t):
    """p (N, 1) predictions, t (N,) targets -> their mean squared error, one number."""
    return F.mse_loss(p, t, reduction="mean")
