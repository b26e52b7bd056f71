# because: uses .std() as it is, which divides by n - 1 instead of n
# batch: 7
# %% solution-standardise
def standardise(series, n):
    """series (L,), 2 <= n <= L -> (L,): scaled so that the first n values have mean 0 and variance 1 (divided by n)."""
    past = series[:n]
    return (series - past.mean()) / past.std()
