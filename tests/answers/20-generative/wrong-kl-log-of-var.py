# fails: kl, very sharp clouds
# because: computes the variance and then its logarithm, which breaks down for very sharp clouds
# batch: 1
# told: true author kl: the logarithm of the variance computed anew
# %% solution-kl
def kl(mu, logvar):
    var = torch.exp(logvar)
    return ((mu**2 + var - 1 - torch.log(var)) / 2).sum(dim=-1)
