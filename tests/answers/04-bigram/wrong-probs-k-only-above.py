# fails: probs, the example
# because: The student adds k to the counts but divides by the sum of the unsmoothed row, so the rows do not sum to 1 (and an empty row is divided by 0).
# batch: 1
# told: true author probs: k in the numerator only
# %% solution-probs
def probs(N, k):
    """N (R, V) counts, k a number -> P (R, V), float32: k added to every count, then each row sums to 1."""
    N = N.to(torch.float32)
    total = N.sum(1).unsqueeze(1)
    return (N + k) / total
