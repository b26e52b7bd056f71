# fails: epistemic
# because: torch's var divides by S - 1; the nets are the mixture itself, so it divides by S.
# batch: 2
# told: true author kinds: n-1
# %% solution-kinds
def aleatoric(logvars):
    return logvars.exp().mean(0)


def epistemic(mus):
    return mus.var(dim=0)
