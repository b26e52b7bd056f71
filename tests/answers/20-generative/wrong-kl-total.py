# fails: kl
# because: sums over the batch as well, one number for all instead of one per picture
# batch: 1
# told: true author kl: one number for the batch
# %% solution-kl
def kl(mu, logvar):
    return -0.5 * torch.sum(1 + logvar - mu.pow(2) - logvar.exp())
