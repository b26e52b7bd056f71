# fails: sgd, 10 steps
# because: The step goes along the gradient, uphill; it must be subtracted.
# batch: 2
# told: true author sgd: uphill
# %% solution-sgd
def sgd(p, g, lr):
    """p, g (..) -> p (..) after one step."""
    return torch.add(p, g, alpha=lr)
