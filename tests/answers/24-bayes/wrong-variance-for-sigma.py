# fails: bayes_linear
# because: eps is multiplied by exp(logvar), the variance; the standard deviation is exp(logvar / 2).
# batch: 2
# told: true author bayes: the variance for σ
# %% solution-bayes
def bayes_linear(x, mu, logvar, eps):
    """x (N, I); mu, logvar (I, O) of the weights; eps (I, O) or (S, I, O) -> x @ W, (N, O) or (S, N, O)."""
    W = mu + logvar.exp() * eps
    return x @ W
