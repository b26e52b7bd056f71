# fails: bayes_linear, gradients
# because: The spread is detached, so no gradient reaches logvar; the chain must not be broken.
# batch: 2
# told: true author bayes: the chain cut
# %% solution-bayes
def bayes_linear(x, mu, logvar, eps):
    sigma = (0.5 * logvar).exp().detach()
    return torch.matmul(x, mu + sigma * eps)
