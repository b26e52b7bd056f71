# because: makes sigma under no_grad, so no gradient reaches logvar
# batch: 5
# told: true author bayes: the chain cut
# %% solution-bayes
def bayes_linear(x, mu, logvar, eps):
    """x (N, I); mu, logvar (I, O) of the weights; eps (I, O) or (S, I, O) -> x @ W, (N, O) or (S, N, O)."""
    # the noise is only sampled, the chain must go through mu and not through the noise
    with torch.no_grad():
        noise = torch.exp(logvar / 2) * eps
    weights = mu + noise
    return torch.matmul(x, weights)
