# because: computes the variance as E[x^2] - E[x]^2, which cancels if the values lie far from 0: few right digits, 0 or a negative number under the root
# batch: 6
# told: true author standardise: the mean of the squares
# %% solution-standardise
def standardise(series, n):
    """series (L,), 2 <= n <= L -> (L,): scaled so that the first n values have mean 0 and variance 1 (divided by n)."""
    past = series[:n]
    m = past.sum() / n
    var = (past * past).sum() / n - m * m
    return (series - m) / var.sqrt()
