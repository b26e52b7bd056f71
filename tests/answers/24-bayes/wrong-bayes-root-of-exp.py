# because: The standard deviation is the square root of exp(logvar) instead of exp(logvar / 2); where exp(logvar) is 0 in float32 the root's slope is infinite, and the gradient of logvar becomes nan (above 88 it overflows, too).
# batch: 3
# %% solution-bayes
def bayes_linear(x, mu, logvar, eps):
    """x (N, I); mu, logvar (I, O) of the weights; eps (I, O) or (S, I, O) -> x @ W, (N, O) or (S, N, O)."""
    sigma = torch.sqrt(torch.exp(logvar))
    W = mu + sigma * eps
    return x @ W
