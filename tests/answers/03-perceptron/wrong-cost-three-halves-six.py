# because: takes 3/2 of F.mse_loss, which is right for three outputs only (the factor should be n/2)
# batch: 6
# told: true author cost: three halves of the mean
# %% solution-cost
def cost(a, y):
    """a, y (n, 1) -> C, a tensor of shape ()."""
    return 3 / 2 * torch.nn.functional.mse_loss(a, y)
