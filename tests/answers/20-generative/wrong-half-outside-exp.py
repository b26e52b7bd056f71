# fails: reparam
# because: The half stands outside of the exponential (half the variance); it belongs to the exponent, exp(0.5 * logvar).
# batch: 2
# told: true author reparam: half the variance
# %% solution-reparam
def reparam(mu, logvar, eps):
    std = 0.5 * logvar.exp()
    z = mu + std * eps
    return z
