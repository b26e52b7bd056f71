# fails: reparam
# because: multiplies the noise by the variance exp(logvar); sigma is its root, exp(logvar / 2)
# batch: 1
# told: true author reparam: std = exp(logvar)
# %% solution-reparam
def reparam(mu, logvar, eps):
    return mu + logvar.exp() * eps
