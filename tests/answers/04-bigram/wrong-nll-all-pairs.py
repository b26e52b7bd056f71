# fails: nll, five pairs
# because: P[xs][:, ys] combines every x with every y, an (n, n) table; P[xs, ys] picks one entry for each pair.
# batch: 2
# told: true author nll: all rows with all columns
# %% solution-nll
def nll(P, xs, ys):
    """P (R, V) probabilities, xs (n,), ys (n,) int64 -> the mean negative log-likelihood, a tensor without dimensions."""
    picked = P[xs][:, ys]
    return -picked.log().mean()
