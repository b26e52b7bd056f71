# fails: cost
# because: The factor one half is missing.
# batch: 2
# told: true author cost: the half is missing
# %% solution-cost
def cost(a, y):
    """a, y (n, 1) -> C, a tensor of shape ()."""
    diff = a - y
    return (diff * diff).sum()
