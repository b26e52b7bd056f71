# because: aleatoric calls exp_() and so overwrites the caller's logvars
# batch: 5
# told: true author kinds: logvars overwritten
# %% solution-kinds
def aleatoric(logvars):
    """logvars (S, N): each net's log-variance for each example -> (N,): the mean of the variances."""
    return logvars.exp_().sum(0) / logvars.shape[0]


def epistemic(mus):
    """mus (S, N): each net's mean for each example -> (N,): the variance of the means, divided by S."""
    centre = mus.mean(0, keepdim=True)
    return ((mus - centre) ** 2).mean(0)
