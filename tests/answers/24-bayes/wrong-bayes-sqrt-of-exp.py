# because: sigma as the square root of exp(logvar): 0 at logvar -120 (float32), where the gradient of the root is infinite and logvar gets nan
# batch: 5
# told: true author bayes: the root of exp
# %% solution-bayes
def bayes_linear(x, mu, logvar, eps):
    """x (N, I); mu, logvar (I, O) of the weights; eps (I, O) or (S, I, O) -> x @ W, (N, O) or (S, N, O)."""
    sigma = torch.sqrt(torch.exp(logvar))
    W = mu + sigma * eps
    return x @ W
