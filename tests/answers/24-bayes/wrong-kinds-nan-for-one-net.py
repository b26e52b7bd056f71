# because: The variance with S - 1 is taken and rescaled by (S - 1) / S, which for a single net is nan times 0, so nan; the variance divided by S is 0 there.
# batch: 3
# %% solution-kinds
def aleatoric(logvars):
    """logvars (S, N): each net's log-variance for each example -> (N,): the mean of the variances."""
    return logvars.exp().mean(0)


def epistemic(mus):
    """mus (S, N): each net's mean for each example -> (N,): the variance of the means, divided by S."""
    S = mus.shape[0]
    return mus.var(dim=0) * (S - 1) / S
