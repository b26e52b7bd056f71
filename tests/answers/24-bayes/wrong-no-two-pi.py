# fails: gauss_nll
# because: The constant ln(2 pi) is left out as it does not change the gradient; the density, and so the text's nll, has it.
# batch: 2
# told: true author nll: without 2π
# %% solution-nll
def gauss_nll(y, mu, logvar):
    return 0.5 * (logvar + (y - mu).pow(2) * torch.exp(-logvar)).mean()
