# because: The 1 is subtracted once from the sum over all weights, not once for each weight.
# batch: 3
# %% solution-kl
def kl_gauss(mu, logvar, mu0, logvar0):
    """Means and log-variances of q and of p, all of one shape -> KL(q || p), summed over all weights: one number."""
    logs = (logvar0 - logvar).sum()
    quotients = ((logvar.exp() + (mu - mu0) ** 2) / logvar0.exp()).sum()
    return 0.5 * (logs + quotients - 1)
