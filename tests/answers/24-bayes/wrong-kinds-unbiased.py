# fails: epistemic
# because: torch's var divides by S - 1 by default; the nets are the mixture itself, so by S.
# batch: 1
# told: true author kinds: n-1
# %% solution-kinds
def aleatoric(logvars):
    return torch.exp(logvars).mean(dim=0)


def epistemic(mus):
    return mus.var(dim=0)
