# fails: kl
# because: The student takes the mean over the numbers of a code; the surprises add up, so it is a sum.
# batch: 2
# told: true author kl: mean over the code
# %% solution-kl
def kl(mu, logvar):
    """mu, logvar (B, J) -> (B,): the divergence of each code's N(mu, exp(logvar)) from the standard normal one."""
    return 0.5 * (mu**2 + logvar.exp() - 1 - logvar).mean(dim=1)
