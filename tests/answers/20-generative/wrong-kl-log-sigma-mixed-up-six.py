# because: uses the form -log sigma + (sigma^2 + mu^2 - 1) / 2 but puts log sigma^2 (logvar) for log sigma, so that term counts double
# batch: 6
# told: true author kl: the logarithm counted double
# %% solution-kl
def kl(mu, logvar):
    """mu, logvar (B, J) -> (B,): the divergence of each code's N(mu, exp(logvar)) from the standard normal one."""
    sigma = torch.exp(0.5 * logvar)
    each = -logvar + (sigma**2 + mu**2) / 2 - 0.5
    return each.sum(-1)
