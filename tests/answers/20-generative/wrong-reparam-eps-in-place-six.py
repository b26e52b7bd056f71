# because: scales and shifts eps in place (mul_, add_), so the noise that was given is changed
# batch: 6
# told: true author reparam: the draw written into eps
# %% solution-reparam
def reparam(mu, logvar, eps):
    """mu, logvar, eps of one shape; eps: standard normal -> z, the same shape: a draw from N(mu, exp(logvar))."""
    std = (0.5 * logvar).exp()
    return eps.mul_(std).add_(mu)
