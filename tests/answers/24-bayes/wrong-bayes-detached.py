# fails: bayes_linear, gradients
# because: The weights are made under no_grad, so no gradient reaches mu and logvar.
# batch: 1
# told: true author bayes: no chain at all
# %% solution-bayes
def bayes_linear(x, mu, logvar, eps):
    with torch.no_grad():
        sigma = torch.exp(0.5 * logvar)
        weights = mu + sigma * eps
    return torch.matmul(x, weights)
