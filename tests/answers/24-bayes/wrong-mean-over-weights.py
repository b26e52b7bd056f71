# fails: kl_gauss
# because: The divergences of the weights are averaged; those of independent weights add up.
# batch: 2
# told: true author kl: the mean
# %% solution-kl
def kl_gauss(mu, logvar, mu0, logvar0):
    ratio = torch.exp(logvar - logvar0)
    distance = (mu - mu0).square() / logvar0.exp()
    return ((ratio + distance - 1 + logvar0 - logvar) / 2).mean()
