# because: adds up the differences first and squares the sum, instead of summing the squares
# batch: 6
# told: true author cost: the square of the sum
# %% solution-cost
def cost(a, y):
    """a, y (n, 1) -> C, a tensor of shape ()."""
    error = torch.sum(a - y)
    C = 0.5 * error**2
    return C
