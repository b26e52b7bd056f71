# fails: cost
# because: The sum runs over dimension 0 only and leaves a tensor of shape (1,); a tensor of shape () was asked for.
# batch: 2
# told: true numeric keepdim
# %% solution-cost
def cost(a, y):
    """a, y (n, 1) -> C, a tensor of shape ()."""
    return ((a - y) ** 2 / 2).sum(dim=0)
