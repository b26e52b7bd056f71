# fails: aleatoric
# because: The logarithms are averaged before exp; that is the geometric mean. The variances themselves must be averaged.
# batch: 1
# told: true author kinds: the mean before the exp
# %% solution-kinds
def aleatoric(logvars):
    return logvars.mean(0).exp()


def epistemic(mus):
    return ((mus - mus.mean(0)) ** 2).mean(0)
