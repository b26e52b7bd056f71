# fails: probs, the example
# because: The student adds 27·k to the row sums, as if V were always 27; it must be k times the number of columns of N.
# batch: 1
# told: true author probs: 27 columns
# %% solution-probs
def probs(N, k):
    """N (R, V) counts, k a number -> P (R, V), float32: k added to every count, then each row sums to 1."""
    row_sums = N.sum(1, keepdim=True).float() + 27 * k
    return (N.float() + k) / row_sums
