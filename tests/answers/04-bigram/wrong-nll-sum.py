# fails: nll, five pairs
# because: The sum of the logs is not divided by the number of pairs.
# batch: 2
# told: true author nll: summed
# %% solution-nll
def nll(P, xs, ys):
    """P (R, V) probabilities, xs (n,), ys (n,) int64 -> the mean negative log-likelihood, a tensor without dimensions."""
    return -P[xs, ys].log().sum()
