# fails: reparam: what mu and logvar learn
# because: sigma is computed under no_grad, so logvar gets no gradient; the whole formula must stay in the graph.
# batch: 2
# told: true author reparam: the spread without history
# %% solution-reparam
def reparam(mu, logvar, eps):
    with torch.no_grad():
        scaled = eps * logvar.exp().sqrt()
    return mu + scaled
