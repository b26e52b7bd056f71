# because: s already divides by n - 1, and then it is divided by sqrt(n - 1) instead of sqrt(n): the correction is made twice.
# batch: 3
# %% solution-ci
def ci_mean(x, z=1.96):
    n = x.shape[0]
    m = x.sum() / n
    s = (((x - m) ** 2).sum() / (n - 1)).sqrt()
    h = z * s / (n - 1) ** 0.5
    return m - h, m + h
