# fails: nll
# because: The student multiplies all probabilities and takes the logarithm of the product, which for a few hundred pairs is 0 in floats and the result inf; the logs must be summed.
# batch: 1
# told: true author nll: log of the product
# %% solution-nll
def nll(P, xs, ys):
    """P (R, V) probabilities, xs (n,), ys (n,) int64 -> the mean negative log-likelihood, a tensor without dimensions."""
    likelihood = torch.prod(P[xs, ys])
    return -torch.log(likelihood) / len(xs)
