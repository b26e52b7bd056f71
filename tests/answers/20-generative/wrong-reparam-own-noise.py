# fails: reparam
# because: draws new noise instead of taking eps
# batch: 1
# told: true code argument never used
# %% solution-reparam
def reparam(mu, logvar, eps):
    e = torch.randn_like(mu)
    return mu + (logvar / 2).exp() * e
