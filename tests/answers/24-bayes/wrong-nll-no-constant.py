# fails: gauss_nll
# because: The constant ln(2 pi) is left out, as torch's loss does by default; here it belongs to it.
# batch: 1
# told: true author nll: without 2π
# %% solution-nll
def gauss_nll(y, mu, logvar):
    return 0.5 * (logvar + (y - mu) ** 2 / logvar.exp()).mean()
