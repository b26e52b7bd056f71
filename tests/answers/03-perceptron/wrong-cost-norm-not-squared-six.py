# because: half the norm of the difference, the square is forgotten
# batch: 6
# told: true author cost: the distance not squared
# %% solution-cost
def cost(a, y):
    """a, y (n, 1) -> C, a tensor of shape ()."""
    return 0.5 * torch.linalg.norm(a - y)
