# fails: *
# because: .item() turns the cost into a Python float; asked for is a tensor of shape ().
# batch: 1
# told: true author cost: a number of Python's
# %% solution-cost
def cost(a, y):
    """a, y (n, 1) -> C, a tensor of shape ()."""
    diff = a - y
    C = 0.5 * (diff * diff).sum()
    return C.item()
