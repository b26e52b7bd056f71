# because: keeps only logits strictly above the k-th largest, so the k-th itself is cut off and k-1 stay
# batch: 5
# told: true author top_k: the k-th lost
# %% solution-top-k
def top_k(logits, k):
    """logits (V,), k >= 1 -> (V,): the k largest as they are, the others -inf."""
    if k >= len(logits):
        return logits.clone()
    threshold = torch.topk(logits, k).values[-1]
    return logits.masked_fill(~(logits > threshold), float("-inf"))
