# because: adds k only once, not V times, to the sum of the row: the rows sum to more than 1
# batch: 6
# told: true author probs: k once in the sum
# %% solution-probs
def probs(N, k):
    """N (R, V) counts, k a number -> P (R, V), float32: k added to every count, then each row sums to 1."""

    totals = N.sum(dim=1, keepdim=True)     # (R, 1)
    return ((N + k) / (totals + k)).float()
