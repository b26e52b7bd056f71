# because: N += k changes the caller's table: each call with the same N smooths it once more (and k = 0.1 cannot be put into an integer table)
# batch: 6
# told: true author probs: changes the caller's counts
# %% solution-probs
def probs(N, k):
    """N (R, V) counts, k a number -> P (R, V), float32: k added to every count, then each row sums to 1."""

    N += k
    P = N.float()
    P = P / P.sum(dim=1, keepdim=True)
    return P
