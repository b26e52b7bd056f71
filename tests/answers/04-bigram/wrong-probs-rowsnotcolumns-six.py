# because: the denominator gets k times the number of rows (N.shape[0]) and not of columns: right for square tables only
# batch: 6
# told: true author probs: k for each row in the sum
# %% solution-probs
def probs(N, k):
    """N (R, V) counts, k a number -> P (R, V), float32: k added to every count, then each row sums to 1."""

    V = N.shape[0]
    total = N.sum(1).view(-1, 1) + k * V
    P = (N + k).float() / total
    return P.float()
