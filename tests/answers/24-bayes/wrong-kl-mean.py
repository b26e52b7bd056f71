# fails: kl_gauss
# because: The divergences of the weights are averaged; for independent weights they add up.
# batch: 1
# told: true author kl: the mean
# %% solution-kl
def kl_gauss(mu, logvar, mu0, logvar0):
    var, var0 = logvar.exp(), logvar0.exp()
    return (0.5 * (logvar0 - logvar + (var + (mu - mu0) ** 2) / var0 - 1)).mean()
