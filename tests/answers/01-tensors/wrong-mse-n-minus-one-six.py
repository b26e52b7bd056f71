# because: divides the sum of squares by N - 1 (as for a sample variance) instead of N; infinite or nan for N = 1
# batch: 6
# told: true author mse: one degree of freedom less
# %% solution-mse
def mse(p, t):
    """p (N, 1) predictions, t (N,) targets -> their mean squared error, one number."""
    diff = p.reshape(-1) - t
    n = diff.numel()
    return (diff * diff).sum() / (n - 1)
