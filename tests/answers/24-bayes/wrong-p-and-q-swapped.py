# fails: kl_gauss
# because: The divergence from p to q is computed; it is that from q to p, the prior's variance is below the line.
# batch: 2
# told: true author kl: swapped
# %% solution-kl
def kl_gauss(mu, logvar, mu0, logvar0):
    """Means and log-variances of q and of p, all of one shape -> KL(q || p), summed over all weights: one number."""
    var, var0 = logvar.exp(), logvar0.exp()
    return 0.5 * (logvar - logvar0 + (var0 + (mu - mu0) ** 2) / var - 1).sum()
