# because: takes the logarithm of the quotient of the variances: infinite where exp(logvar) is 0 in float32 (logvar -120)
# batch: 5
# told: true author kl: the logarithm of exp
# %% solution-kl
def kl_gauss(mu, logvar, mu0, logvar0):
    """Means and log-variances of q and of p, all of one shape -> KL(q || p), summed over all weights: one number."""
    v = torch.exp(logvar)
    v0 = torch.exp(logvar0)
    return 0.5 * torch.sum(torch.log(v0 / v) + (v + (mu - mu0) ** 2) / v0 - 1)
