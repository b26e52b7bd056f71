# because: sum(1) without keepdim has shape (R,) and lies along the columns: entry (i, j) is divided by the sum of row j
# batch: 6
# told: true author probs: keepdim missing
# %% solution-probs
def probs(N, k):
    """N (R, V) counts, k a number -> P (R, V), float32: k added to every count, then each row sums to 1."""

    smoothed = N.float() + k
    return smoothed / smoothed.sum(1)
