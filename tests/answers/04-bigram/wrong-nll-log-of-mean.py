# fails: nll, five pairs
# because: The student takes the logarithm of the mean probability; asked for is the mean of the logarithms.
# batch: 1
# told: true author nll: the log of the mean
# %% solution-nll
def nll(P, xs, ys):
    """P (R, V) probabilities, xs (n,), ys (n,) int64 -> the mean negative log-likelihood, a tensor without dimensions."""
    total = 0.0
    for x, y in zip(xs, ys):
        total = total + P[x, y]
    return -torch.log(total / len(xs))
