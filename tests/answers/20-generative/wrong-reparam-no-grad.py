# fails: reparam: what mu and logvar learn
# because: computes sigma without gradient (as part of the random draw), so logvar learns nothing
# batch: 1
# told: true author reparam: the spread without history
# %% solution-reparam
def reparam(mu, logvar, eps):
    with torch.no_grad():
        sigma = torch.exp(0.5 * logvar)
    return mu + sigma * eps
