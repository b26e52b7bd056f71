# because: computes KL(p || q): the roles of q and p swapped
# batch: 5
# told: true author kl: swapped
# %% solution-kl
def kl_gauss(mu, logvar, mu0, logvar0):
    """Means and log-variances of q and of p, all of one shape -> KL(q || p), summed over all weights: one number."""
    var, var0 = logvar.exp(), logvar0.exp()
    kl = 0.5 * (logvar - logvar0 + (var0 + (mu0 - mu) ** 2) / var - 1)
    return kl.sum()
