# because: takes mean and standard deviation from the whole series, the held-out end included
# batch: 7
# %% solution-standardise
def standardise(series, n):
    """series (L,), 2 <= n <= L -> (L,): scaled so that the first n values have mean 0 and variance 1 (divided by n)."""
    mean = series.mean()
    std = ((series - mean) ** 2).mean().sqrt()
    return (series - mean) / std
