# fails: cost
# because: Half the length of the difference was taken instead of half the squared length.
# batch: 2
# told: true author cost: the distance not squared
# %% solution-cost
def cost(a, y):
    """a, y (n, 1) -> C, a tensor of shape ()."""
    return torch.linalg.norm(a - y) / 2
