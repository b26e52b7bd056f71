# because: The constant ln(2 pi) is dropped because it does not change the gradients; the loss is too small by 0.92.
# batch: 3
# %% solution-nll
def gauss_nll(y, mu, logvar):
    """y, mu, logvar (N,): truth, mean, log of the variance -> the mean negative log-likelihood, one number."""
    return 0.5 * (logvar + (y - mu) ** 2 * torch.exp(-logvar)).mean()
