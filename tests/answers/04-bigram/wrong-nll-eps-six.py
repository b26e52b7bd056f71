# because: adds 1e-6 to the probabilities before the log, so a pair with probability 0 costs 13.8 and not infinity
# batch: 6
# told: true author nll: a floor of 1e-4
# %% solution-nll
def nll(P, xs, ys):
    """P (R, V) probabilities, xs (n,), ys (n,) int64 -> the mean negative log-likelihood, a tensor without dimensions."""

    eps = 1e-6  # log(0) would be -inf
    p = P[xs, ys]
    return -(p + eps).log().mean()
