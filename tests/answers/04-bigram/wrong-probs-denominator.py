# fails: probs, the example
# because: k is added in the numerator only, the denominator is the sum of the bare counts, so the rows do not sum to 1.
# batch: 2
# told: true author probs: k in the numerator only
# %% solution-probs
def probs(N, k):
    """N (R, V) counts, k a number -> P (R, V), float32: k added to every count, then each row sums to 1."""
    total = N.sum(dim=1).unsqueeze(1)
    return ((N + k) / total).to(torch.float32)
