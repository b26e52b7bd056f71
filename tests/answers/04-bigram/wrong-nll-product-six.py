# because: takes the log of the product of all probabilities: the product underflows to 0 for many pairs and the nll becomes infinite
# batch: 6
# told: true author nll: log of the product
# %% solution-nll
def nll(P, xs, ys):
    """P (R, V) probabilities, xs (n,), ys (n,) int64 -> the mean negative log-likelihood, a tensor without dimensions."""

    likelihood = P[xs, ys].prod()
    n = xs.shape[0]
    return -likelihood.log() / n
