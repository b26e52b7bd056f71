# because: computes sigma under no_grad because it belongs to the draw, so logvar learns nothing
# batch: 6
# told: true author reparam: the spread without history
# %% solution-reparam
def reparam(mu, logvar, eps):
    """mu, logvar, eps of one shape; eps: standard normal -> z, the same shape: a draw from N(mu, exp(logvar))."""
    with torch.no_grad():  # the chance has no gradient
        deviation = torch.exp(logvar / 2) * eps
    return mu + deviation
