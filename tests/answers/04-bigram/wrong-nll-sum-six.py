# because: gives the sum over the pairs and forgets to divide by their number n
# batch: 6
# told: true author nll: summed
# %% solution-nll
def nll(P, xs, ys):
    """P (R, V) probabilities, xs (n,), ys (n,) int64 -> the mean negative log-likelihood, a tensor without dimensions."""

    log_likelihood = torch.log(P[xs, ys]).sum()
    return -log_likelihood
