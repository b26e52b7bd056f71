# because: p[:, 0] is a view, not a copy, and `error -= t` writes into it: the value is right, but the caller's predictions are overwritten by the errors
# batch: 6
# told: true author mse: the differences written into p
# %% solution-mse
def mse(p, t):
    """p (N, 1) predictions, t (N,) targets -> their mean squared error, one number."""
    error = p[:, 0]      # (N,), same shape as t now
    error -= t
    return (error ** 2).mean()
