# fails: *
# because: A small number is added to the probabilities before the log; nothing is to be added, and a pair with probability 0 makes the nll infinite.
# batch: 2
# told: true author nll: a floor of 1e-4
# %% solution-nll
def nll(P, xs, ys):
    """P (R, V) probabilities, xs (n,), ys (n,) int64 -> the mean negative log-likelihood, a tensor without dimensions."""
    p = P[xs, ys]
    return -(p + 1e-9).log().mean()
