# because: divides by the number of names (pairs that begin at the full stop) and not by the number of pairs
# batch: 6
# told: true author nll: average per name
# %% solution-nll
def nll(P, xs, ys):
    """P (R, V) probabilities, xs (n,), ys (n,) int64 -> the mean negative log-likelihood, a tensor without dimensions."""

    total = -P[xs, ys].log().sum()
    n = (xs == 0).sum()
    return total / n
