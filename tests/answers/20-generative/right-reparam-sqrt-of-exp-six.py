# because: right, as the text now says that the variance is never 0 or infinite here; its writer meant it as wrong: it computes the variance first and then its root, which has a nan gradient for a far negative logvar and is infinite for a far positive one
# batch: 6
# %% solution-reparam
def reparam(mu, logvar, eps):
    """mu, logvar, eps of one shape; eps: standard normal -> z, the same shape: a draw from N(mu, exp(logvar))."""
    variance = torch.exp(logvar)
    sigma = torch.sqrt(variance)
    return mu + sigma * eps
