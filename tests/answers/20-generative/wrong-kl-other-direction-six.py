# because: the divergence the other way round, of the standard normal distribution from the cloud, KL(N(0,1) || N(mu, sigma^2))
# batch: 6
# told: true author kl: the other way round
# %% solution-kl
def kl(mu, logvar):
    """mu, logvar (B, J) -> (B,): the divergence of each code's N(mu, exp(logvar)) from the standard normal one."""
    precision = torch.exp(-logvar)  # 1 / sigma^2
    return 0.5 * torch.sum((1 + mu**2) * precision - 1 + logvar, dim=1)
