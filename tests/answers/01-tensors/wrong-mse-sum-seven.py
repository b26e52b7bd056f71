# because: sums the squared errors and does not divide by N
# batch: 7
# %% solution-mse
def mse(p, t):
    """p (N, 1) predictions, t (N,) targets -> their mean squared error, one number."""
    errors = p[:, 0] - t
    return (errors * errors).sum()
