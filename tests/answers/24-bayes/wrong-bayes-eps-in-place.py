# because: The weights are made in the caller's eps, in place, so eps is changed and a second call with the same eps gives another result.
# batch: 3
# %% solution-bayes
def bayes_linear(x, mu, logvar, eps):
    """x (N, I); mu, logvar (I, O) of the weights; eps (I, O) or (S, I, O) -> x @ W, (N, O) or (S, N, O)."""
    eps *= (logvar / 2).exp()
    eps += mu
    return x @ eps
