# because: The variance is computed first and its logarithm taken again instead of using logvar, so a log-variance of 90 or more overflows and makes the loss infinite.
# batch: 3
# %% solution-nll
def gauss_nll(y, mu, logvar):
    var = logvar.exp()
    terms = math.log(2 * math.pi) + torch.log(var) + (y - mu) ** 2 / var
    return terms.mean() / 2
