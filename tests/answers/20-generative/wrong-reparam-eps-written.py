# fails: reparam, its arguments afterwards
# because: the noise of the caller is multiplied in place
# batch: 4
# told: true author reparam: the noise written over
# %% solution-reparam
def reparam(mu, logvar, eps):
    """mu, logvar, eps of one shape; eps: standard normal -> z, the same shape: a draw from N(mu, exp(logvar))."""
    eps *= (0.5 * logvar).exp()
    return mu + eps
