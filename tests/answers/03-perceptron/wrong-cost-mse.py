# fails: cost
# because: The student takes the mean of the squares, like F.mse_loss; the cost is half their sum.
# batch: 1
# told: true author cost: the mean of the squares
# %% solution-cost
def cost(a, y):
    """a, y (n, 1) -> C, a tensor of shape ()."""
    return ((a - y) ** 2).mean()
