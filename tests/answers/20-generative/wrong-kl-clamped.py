# fails: kl, very wide clouds
# because: logvar is cut off at 10 where its exponential is taken
# batch: 4
# told: true author kl: logvar cut off at 10
# %% solution-kl
def kl(mu, logvar):
    """mu, logvar (B, J) -> (B,): the divergence of each code's N(mu, exp(logvar)) from the standard normal one."""
    v = logvar.clamp(max=10)
    return 0.5 * (mu**2 + v.exp() - 1 - logvar).sum(1)
