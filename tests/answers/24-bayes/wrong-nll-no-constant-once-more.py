# because: leaves out ln(2 pi) ("a constant does not matter for training"), so the value is too small by 0.919
# batch: 5
# told: true author nll: without 2π
# %% solution-nll
def gauss_nll(y, mu, logvar):
    """y, mu, logvar (N,): truth, mean, log of the variance -> the mean negative log-likelihood, one number."""
    # the constant has no gradient, so we can drop it
    return (0.5 * (logvar + (y - mu).pow(2) * torch.exp(-logvar))).mean()
