# because: takes logvar for ln sigma: squares its exp to get the variance, and doubles it in the middle term
# batch: 5
# told: true author nll: log σ
# %% solution-nll
def gauss_nll(y, mu, logvar):
    """y, mu, logvar (N,): truth, mean, log of the variance -> the mean negative log-likelihood, one number."""
    sigma = torch.exp(logvar)
    z = (y - mu) / sigma
    return 0.5 * (math.log(2 * math.pi) + 2 * logvar + z**2).mean()
