# fails: probs, the example
# because: The rows are divided first and k is added to the probabilities; smoothing comes before the division, to the counts.
# batch: 2
# told: true author probs: smoothed after the division, empty rows kept apart
# %% solution-probs
def probs(N, k):
    """N (R, V) counts, k a number -> P (R, V), float32: k added to every count, then each row sums to 1."""
    P = N.float() / N.sum(1, keepdim=True).clamp(min=1)
    P = P + k
    return P / P.sum(1, keepdim=True)
