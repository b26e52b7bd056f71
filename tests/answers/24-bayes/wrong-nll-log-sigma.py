# fails: gauss_nll
# because: logvar is taken for ln sigma, so the variance is exp(2 logvar); it is the logarithm of the variance already.
# batch: 1
# told: true author nll: log σ
# %% solution-nll
def gauss_nll(y, mu, logvar):
    sigma = logvar.exp()
    return (0.5 * (math.log(2 * math.pi) + 2 * logvar + ((y - mu) / sigma) ** 2)).mean()
