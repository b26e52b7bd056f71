# fails: aleatoric
# because: The log-variances are averaged before the exp, which gives the geometric mean; it is the mean of the variances.
# batch: 2
# told: true author kinds: the mean before the exp
# %% solution-kinds
def aleatoric(logvars):
    """logvars (S, N): each net's log-variance for each example -> (N,): the mean of the variances."""
    return logvars.mean(dim=0).exp()


def epistemic(mus):
    """mus (S, N): each net's mean for each example -> (N,): the variance of the means, divided by S."""
    return ((mus - mus.mean(0)) ** 2).mean(0)
