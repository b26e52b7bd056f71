# because: Both functions write into the caller's tensors; the results are right.
# fails: aleatoric: logvars is left alone; epistemic: mus is left alone
# batch: 4
# %% solution-kinds
def aleatoric(logvars):
    return logvars.exp_().mean(0)


def epistemic(mus):
    mus -= mus.mean(0)
    return (mus**2).mean(0)
