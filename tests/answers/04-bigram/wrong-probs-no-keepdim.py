# fails: probs, the example
# because: The row sums have shape (R,) and are laid along the columns, so each entry is divided by the sum of a wrong row; keepdim=True is missing.
# batch: 2
# told: true author probs: keepdim missing
# %% solution-probs
def probs(N, k):
    """N (R, V) counts, k a number -> P (R, V), float32: k added to every count, then each row sums to 1."""
    counts = N + k
    return (counts / counts.sum(1)).float()
