# fails: nll, five pairs
# because: The student looks up P[ys, xs]; the row is the token that is there, xs, the column the one that followed, ys.
# batch: 1
# told: true author nll: pairs the wrong way round
# %% solution-nll
def nll(P, xs, ys):
    """P (R, V) probabilities, xs (n,), ys (n,) int64 -> the mean negative log-likelihood, a tensor without dimensions."""
    logprobs = torch.log(P[ys, xs])
    return -logprobs.mean()
