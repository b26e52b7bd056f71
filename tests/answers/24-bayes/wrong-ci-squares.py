# because: The variance is the mean of the squares minus the square of the mean, which loses its digits far from 0.
# fails: ci_mean, far from 0
# batch: 4
# %% solution-ci
def ci_mean(x, z=1.96):
    n = len(x)
    m = x.mean()
    s = (((x**2).mean() - m**2) * n / (n - 1)).sqrt()
    return m - z * s / n**0.5, m + z * s / n**0.5
