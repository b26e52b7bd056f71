# fails: standardise, far from 0
# because: the variance as a difference of two huge numbers
# batch: 4
# told: true author standardise: the mean of the squares
# %% solution-standardise
def standardise(series, n):
    """series (L,), 2 <= n <= L -> (L,): scaled so that the first n values have mean 0 and variance 1 (divided by n)."""
    past = series[:n]
    var = (past**2).mean() - past.mean() ** 2
    return (series - past.mean()) / var.sqrt()
