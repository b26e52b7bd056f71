# fails: kl: what mu and logvar learn
# because: mu is squared in place
# batch: 4
# told: true author kl: mu squared in place
# %% solution-kl
def kl(mu, logvar):
    """mu, logvar (B, J) -> (B,): the divergence of each code's N(mu, exp(logvar)) from the standard normal one."""
    mu **= 2
    return 0.5 * (mu + logvar.exp() - 1 - logvar).sum(1)
