# because: adds 1e-8 to the standard deviation as in batch norm, which flattens a series of tiny values
# batch: 7
# %% solution-standardise
def standardise(series, n):
    """series (L,), 2 <= n <= L -> (L,): scaled so that the first n values have mean 0 and variance 1 (divided by n)."""
    mu = series[:n].mean()
    sigma = series[:n].std(unbiased=False)
    return (series - mu) / (sigma + 1e-8)
