# fails: kl
# because: The student sums over pictures too and gives one number; each picture has its own KL, the sum runs over one code only.
# batch: 2
# told: true author kl: one number for the batch
# %% solution-kl
def kl(mu, logvar):
    var = logvar.exp()
    return -0.5 * torch.sum(1 + logvar - mu.pow(2) - var)
