# fails: kl_gauss
# because: It computes KL(p || q), with the two beliefs swapped; the divergence is not symmetric.
# batch: 1
# told: true author kl: swapped
# %% solution-kl
def kl_gauss(mu, logvar, mu0, logvar0):
    q, p = logvar.exp(), logvar0.exp()
    terms = logvar - logvar0 + (p + (mu - mu0) ** 2) / q - 1
    return 0.5 * terms.sum()
