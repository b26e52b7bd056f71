# because: The deviations are written into the caller's measurements; the interval is right.
# fails: ci_mean: x is left alone
# batch: 4
# %% solution-ci
def ci_mean(x, z=1.96):
    m = x.mean()
    x -= m
    s = ((x**2).sum() / (len(x) - 1)).sqrt()
    reach = z * s / len(x) ** 0.5
    return m - reach, m + reach
