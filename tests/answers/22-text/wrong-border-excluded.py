# fails: top_k
# because: Only logits greater than the k-th largest stay, one too few; the k-th itself belongs to them.
# batch: 2
# told: true author top_k: one too few
# %% solution-top-k
def top_k(logits, k):
    """logits (V,), k >= 1 -> (V,): the k largest as they are, the others -inf."""
    k = min(k, len(logits))
    kth = logits.sort(descending=True).values[k - 1]
    return logits.masked_fill(logits <= kth, float("-inf"))
