# fails: reparam
# because: The student takes exp(logvar), the variance, for sigma; the standard deviation is exp(logvar / 2).
# batch: 2
# told: true author reparam: std = exp(logvar)
# %% solution-reparam
def reparam(mu, logvar, eps):
    """mu, logvar, eps of one shape; eps: standard normal -> z, the same shape: a draw from N(mu, exp(logvar))."""
    sigma = torch.exp(logvar)
    return mu + sigma * eps
