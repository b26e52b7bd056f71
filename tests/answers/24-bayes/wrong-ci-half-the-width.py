# because: z s / sqrt(n) is taken as the whole width of the interval, and half of it laid to each side.
# batch: 3
# %% solution-ci
def ci_mean(x, z=1.96):
    """x (n,) measurements -> the lower and the upper end of the confidence interval of their mean."""
    width = z * x.std() / math.sqrt(len(x))
    return x.mean() - width / 2, x.mean() + width / 2
