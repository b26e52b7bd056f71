# fails: nll, five pairs
# because: The student takes logarithms to base 2; the text asks for natural ones.
# batch: 1
# told: true author nll: bits
# %% solution-nll
def nll(P, xs, ys):
    """P (R, V) probabilities, xs (n,), ys (n,) int64 -> the mean negative log-likelihood, a tensor without dimensions."""
    picked = P[xs, ys]
    return -torch.log2(picked).mean()
