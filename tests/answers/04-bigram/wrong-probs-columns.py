# fails: probs
# because: The sums run over the rows (dim 0), so the columns sum to 1; each row has to.
# batch: 2
# told: true author probs: columns sum to 1
# %% solution-probs
def probs(N, k):
    """N (R, V) counts, k a number -> P (R, V), float32: k added to every count, then each row sums to 1."""
    P = (N + k).float()
    P = P / P.sum(0, keepdim=True)
    return P
