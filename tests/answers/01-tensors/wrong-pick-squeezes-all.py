# fails: *
# because: squeeze() without an axis removes every axis of length 1, so for N = 1 the result has the shape () instead of (1,); squeeze(1) or [:, 0] would be right.
# batch: 2
# told: true author pick: squeezed to a number
# %% solution-pick
def pick(P, y):
    """P (N, K), y (N,) int, from 0 to K - 1 -> (N,): of each row i of P the number in column y[i]."""
    return P.gather(1, y.unsqueeze(1)).squeeze()
