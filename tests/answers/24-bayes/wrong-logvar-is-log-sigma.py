# fails: gauss_nll
# because: logvar is taken for ln(sigma); it is the log of the variance, so the variance is exp(logvar), not exp(2 logvar).
# batch: 2
# told: true author nll: log σ
# %% solution-nll
def gauss_nll(y, mu, logvar):
    """y, mu, logvar (N,): truth, mean, log of the variance -> the mean negative log-likelihood, one number."""
    sigma = logvar.exp()
    return (0.5 * math.log(2 * math.pi) + logvar + (y - mu) ** 2 / (2 * sigma**2)).mean()
