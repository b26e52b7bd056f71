# because: the mask of what to remove is made in sorted order and applied to the unsorted logits without sorting it back
# batch: 5
# told: true author top_p: places mixed up
# %% solution-top-p
def top_p(logits, p):
    """logits (V,), 0 < p < 1 -> (V,): as few of the most probable as sum to p at least; the others -inf."""
    sorted_logits, order = torch.sort(logits, descending=True)
    probs = torch.softmax(sorted_logits, dim=0)
    before = torch.cumsum(probs, dim=0) - probs
    remove = before >= p
    out = logits.clone()
    out[remove] = float("-inf")
    return out
