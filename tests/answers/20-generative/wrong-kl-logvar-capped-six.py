# because: caps logvar at 20 before the exponential for safety, so very wide clouds (logvar 40) cost far too little
# batch: 6
# told: true author kl: logvar cut off at 20
# %% solution-kl
def kl(mu, logvar):
    """mu, logvar (B, J) -> (B,): the divergence of each code's N(mu, exp(logvar)) from the standard normal one."""
    var = torch.exp(logvar.clamp(max=20.0))  # exp must not explode
    return 0.5 * (mu.pow(2) + var - 1 - logvar).sum(dim=1)
