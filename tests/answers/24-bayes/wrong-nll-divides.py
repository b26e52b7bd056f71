# because: divides by exp(logvar): right value, but where exp is infinite (logvar 100) the gradient of logvar is 0 * inf = nan
# batch: 5
# told: none
# %% solution-nll
def gauss_nll(y, mu, logvar):
    """y, mu, logvar (N,): truth, mean, log of the variance -> the mean negative log-likelihood, one number."""
    var = logvar.exp()
    const = math.log(2 * math.pi)
    nll = 0.5 * (const + logvar + (y - mu) ** 2 / var)
    return nll.mean()
