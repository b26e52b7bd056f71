# fails: probs, called twice
# because: N += k changes the caller's table, so a second call smooths twice.
# batch: 2
# told: true author probs: changes the caller's counts
# %% solution-probs
def probs(N, k):
    """N (R, V) counts, k a number -> P (R, V), float32: k added to every count, then each row sums to 1."""
    N += k
    P = N.float()
    P = P / P.sum(dim=1, keepdim=True)
    return P
