# because: The sum runs over the last two axes alone, so three axes give a row.
# fails: kl_gauss, three axes
# batch: 4
# %% solution-kl
def kl_gauss(mu, logvar, mu0, logvar0):
    each = logvar0 - logvar + (logvar.exp() + (mu - mu0) ** 2) / logvar0.exp() - 1
    return 0.5 * each.sum(-1).sum(-1)
