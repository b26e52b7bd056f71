# because: torch.full_like(N, k) has the integer type of N, so a fractional k is cut off (k = 0.1 becomes 0, 2.5 becomes 2)
# batch: 6
# told: true author probs: k cut to a whole number
# %% solution-probs
def probs(N, k):
    """N (R, V) counts, k a number -> P (R, V), float32: k added to every count, then each row sums to 1."""

    pretend = torch.full_like(N, k)  # k for every pair
    counts = (N + pretend).float()
    row_sums = counts.sum(dim=1, keepdim=True)
    return counts / row_sums
