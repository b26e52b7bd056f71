# fails: ci_mean, another z
# because: 1.96 is written into the formula, so the argument z does nothing.
# batch: 2
# told: true author ci: always 1.96
# %% solution-ci
def ci_mean(x, z=1.96):
    """x (n,) measurements -> the lower and the upper end of the confidence interval of their mean."""
    n = len(x)
    half = 1.96 * x.std() / math.sqrt(n)
    return x.mean() - half, x.mean() + half
