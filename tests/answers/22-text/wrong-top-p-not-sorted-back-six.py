# because: the mask made in sorted order is laid on the logits in their original order, it is never sorted back to the tokens
# batch: 6
# told: true author top_p: places mixed up
# %% solution-top-p
def top_p(logits, p):
    """logits (V,), 0 < p < 1 -> (V,): as few of the most probable as sum to p at least; the others -inf."""
    probs, order = logits.softmax(0).sort(descending=True)
    before = probs.cumsum(0) - probs
    drop = before >= p
    return logits.masked_fill(drop, -math.inf)
