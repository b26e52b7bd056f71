# because: subtracts (N,) from (N, 1) directly: averages over the N x N table of all pairs
# batch: 7
# %% solution-mse
def mse(p, t):
    """p (N, 1) predictions, t (N,) targets -> their mean squared error, one number."""
    diff = p - t
    return (diff ** 2).mean()
