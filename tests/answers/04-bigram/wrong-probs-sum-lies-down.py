# fails: probs
# because: The sums of the rows have shape (R,) without keepdim, so torch lays them along the columns and each column is divided by a wrong row's sum.
# batch: 1
# told: true author probs: keepdim missing
# %% solution-probs
def probs(N, k):
    """N (R, V) counts, k a number -> P (R, V), float32: k added to every count, then each row sums to 1."""
    counts = N.float() + k
    return counts / counts.sum(1)
