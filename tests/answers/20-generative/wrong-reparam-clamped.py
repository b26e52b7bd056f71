# fails: reparam, very sharp and very wide clouds
# because: logvar is kept from -30 to 20
# batch: 4
# told: true author reparam: logvar kept from -30 to 20
# %% solution-reparam
def reparam(mu, logvar, eps):
    """mu, logvar, eps of one shape; eps: standard normal -> z, the same shape: a draw from N(mu, exp(logvar))."""
    return mu + (0.5 * logvar.clamp(-30, 20)).exp() * eps
