# fails: kl_gauss
# because: The -1 is subtracted once from the sum; it belongs to each weight.
# batch: 1
# told: true author kl: the 1 only once
# %% solution-kl
def kl_gauss(mu, logvar, mu0, logvar0):
    logs = (logvar0 - logvar).sum()
    ratio = ((torch.exp(logvar) + (mu - mu0).square()) / torch.exp(logvar0)).sum()
    return 0.5 * (logs + ratio - 1)
