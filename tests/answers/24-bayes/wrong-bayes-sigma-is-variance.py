# fails: bayes_linear
# because: The draw is multiplied by the variance exp(logvar); sigma is its root, exp(logvar / 2).
# batch: 1
# told: true author bayes: the variance for σ
# %% solution-bayes
def bayes_linear(x, mu, logvar, eps):
    W = mu + logvar.exp() * eps
    return x @ W
