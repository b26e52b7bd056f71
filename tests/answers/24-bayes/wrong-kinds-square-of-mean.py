# because: variance as the mean of the squares minus the square of the mean: cancels in float32 for means far from 0 and close together
# batch: 5
# told: true author kinds: squares minus square
# %% solution-kinds
def aleatoric(logvars):
    """logvars (S, N): each net's log-variance for each example -> (N,): the mean of the variances."""
    return torch.exp(logvars).mean(0)


def epistemic(mus):
    """mus (S, N): each net's mean for each example -> (N,): the variance of the means, divided by S."""
    # Var = E[m^2] - E[m]^2
    return (mus**2).mean(0) - mus.mean(0) ** 2
