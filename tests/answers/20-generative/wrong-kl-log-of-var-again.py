# fails: kl, very sharp clouds
# because: The logarithm is taken of the variance, which is 0 for a very sharp cloud; logvar itself is that logarithm.
# batch: 2
# told: true author kl: the logarithm of the variance computed anew
# %% solution-kl
def kl(mu, logvar):
    var = torch.exp(logvar)
    terms = mu * mu + var - 1 - torch.log(var)
    return terms.sum(-1) / 2
