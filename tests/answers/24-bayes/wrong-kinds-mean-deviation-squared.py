# because: The standard deviations are averaged and the mean is squared; the aleatoric part is the mean of the variances, which is larger.
# batch: 3
# %% solution-kinds
def aleatoric(logvars):
    """logvars (S, N): each net's log-variance for each example -> (N,): the mean of the variances."""
    sigma = torch.exp(logvars / 2)
    return sigma.mean(dim=0) ** 2


def epistemic(mus):
    """mus (S, N): each net's mean for each example -> (N,): the variance of the means, divided by S."""
    return ((mus - mus.mean(0)) ** 2).mean(0)
