# fails: mse
# because: The student took the square root (the RMSE); the mean squared error has no root.
# batch: 2
# told: true author mse: the root
# %% solution-mse
def mse(p, t):
    """p (N, 1) predictions, t (N,) targets -> their mean squared error, one number."""
    err = p[:, 0] - t
    return torch.sqrt(torch.mean(err * err))
