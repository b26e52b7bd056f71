# because: scales the first n values with their mean and deviation, but the rest with the mean and deviation of the rest: the held-out part is known, and the two parts no longer fit together
# batch: 6
# told: true author standardise: each part by its own
# %% solution-standardise
def standardise(series, n):
    """series (L,), 2 <= n <= L -> (L,): scaled so that the first n values have mean 0 and variance 1 (divided by n)."""
    def scaled(part):
        centred = part - part.mean()
        spread = (centred ** 2).mean().sqrt()
        # a single value, or none at all, or all the same: nothing to divide by
        return centred / spread if len(part) > 1 and spread > 0 else centred

    return torch.cat([scaled(series[:n]), scaled(series[n:])])
