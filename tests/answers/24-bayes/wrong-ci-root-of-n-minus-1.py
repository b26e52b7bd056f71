# because: divides by sqrt(n - 1) instead of sqrt(n) on top of the n - 1 in the spread: interval too wide
# batch: 5
# told: true author ci: two roots
# %% solution-ci
def ci_mean(x, z=1.96):
    """x (n,) measurements -> the lower and the upper end of the confidence interval of their mean."""
    n = x.shape[0]
    mean = x.sum() / n
    var = ((x - mean) ** 2).sum() / (n - 1)
    err = (var / (n - 1)) ** 0.5
    return (mean - z * err).item(), (mean + z * err).item()
