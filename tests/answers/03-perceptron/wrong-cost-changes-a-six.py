# because: subtracts y from a in place: the number is right, but the caller's a is destroyed
# batch: 6
# told: true author cost: a changed in place
# %% solution-cost
def cost(a, y):
    """a, y (n, 1) -> C, a tensor of shape ()."""
    diff = a
    diff -= y
    return (diff * diff).sum() / 2
