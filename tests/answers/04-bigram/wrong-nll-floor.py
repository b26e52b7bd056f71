# fails: *
# because: The student lifts all probabilities to at least 1e-4 before the logarithm, so that a model that finds the data less likely than that gets too good a number; the formula has no such floor.
# batch: 1
# told: true author nll: a floor of 1e-4
# %% solution-nll
def nll(P, xs, ys):
    """P (R, V) probabilities, xs (n,), ys (n,) int64 -> the mean negative log-likelihood, a tensor without dimensions."""
    p = P[xs, ys].clamp(min=1e-4)   # no log(0)
    return -(p.log().sum()) / xs.numel()
