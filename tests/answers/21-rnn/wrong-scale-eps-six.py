# because: adds 1e-8 to the standard deviation, as layers of normalisation do: a series with small spread (1e-6) does not get variance 1
# batch: 6
# told: true author standardise: something tiny added
# %% solution-standardise
def standardise(series, n):
    """series (L,), 2 <= n <= L -> (L,): scaled so that the first n values have mean 0 and variance 1 (divided by n)."""
    mean = series[:n].mean()
    std = series[:n].std(unbiased=False)
    return (series - mean) / (std + 1e-8)  # never divide by zero
