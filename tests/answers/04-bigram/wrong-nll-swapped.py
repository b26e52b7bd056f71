# fails: nll, five pairs
# because: The indices are exchanged (P[ys, xs]): the row is the token that is there, x.
# batch: 2
# told: true author nll: pairs the wrong way round
# %% solution-nll
def nll(P, xs, ys):
    """P (R, V) probabilities, xs (n,), ys (n,) int64 -> the mean negative log-likelihood, a tensor without dimensions."""
    total = 0.0
    for x, y in zip(xs, ys):
        total = total - torch.log(P[y, x])
    return total / len(xs)
