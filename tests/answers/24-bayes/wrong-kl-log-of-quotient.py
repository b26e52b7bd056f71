# because: Variances are made of the log-variances and the logarithm of their quotient is taken, which is infinite where a variance is 0 in float32.
# fails: kl_gauss, very sure
# batch: 4
# %% solution-kl
def kl_gauss(mu, logvar, mu0, logvar0):
    var, var0 = logvar.exp(), logvar0.exp()
    return 0.5 * (torch.log(var0 / var) + (var + (mu - mu0) ** 2) / var0 - 1).sum()
