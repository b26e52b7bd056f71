# fails: cost
# because: The mean over the outputs is taken (as F.mse_loss does); C is half the sum.
# batch: 2
# told: true author cost: half the mean
# %% solution-cost
def cost(a, y):
    """a, y (n, 1) -> C, a tensor of shape ()."""
    return 0.5 * ((a - y) ** 2).mean()
