# fails: cost
# because: The student halves the distance of the two columns and forgets to square it.
# batch: 1
# told: true author cost: the distance not squared
# %% solution-cost
def cost(a, y):
    """a, y (n, 1) -> C, a tensor of shape ()."""
    return torch.norm(a - y) / 2
