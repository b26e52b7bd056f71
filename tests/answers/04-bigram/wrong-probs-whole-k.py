# fails: *
# because: The student adds k to a copy that still holds whole numbers: with k = 0.1 torch refuses to put a fraction into an int64 tensor. It must be made float first.
# batch: 1
# told: true author probs: a copy of whole numbers
# %% solution-probs
def probs(N, k):
    """N (R, V) counts, k a number -> P (R, V), float32: k added to every count, then each row sums to 1."""
    smooth = N.clone()     # not the caller's
    smooth += k
    totals = smooth.sum(dim=1, keepdim=True)
    return smooth.float() / totals.float()
