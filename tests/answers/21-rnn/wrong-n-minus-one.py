# fails: standardise
# because: torch's std divides by n - 1; the text asks for division by n.
# batch: 2
# told: true author standardise: n - 1
# %% solution-standardise
def standardise(series, n):
    """series (L,), 2 <= n <= L -> (L,): scaled so that the first n values have mean 0 and variance 1 (divided by n)."""
    past = series[:n]
    return (series - past.mean()) / past.std()
