# because: The sum runs over the axes 0 and 1 only, so it works for a matrix of weights, but not for a row of them and not for three axes.
# batch: 3
# %% solution-kl
def kl_gauss(mu, logvar, mu0, logvar0):
    """Means and log-variances of q and of p, all of one shape -> KL(q || p), summed over all weights: one number."""
    each = logvar0 - logvar + (logvar - logvar0).exp() + (mu - mu0) ** 2 * (-logvar0).exp() - 1
    return 0.5 * each.sum(dim=(0, 1))
