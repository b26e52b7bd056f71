# fails: top_p
# because: The token with which the sum reaches p is left out; it still belongs to those kept.
# batch: 2
# told: true author top_p: the last one left out, but for the first
# %% solution-top-p
def top_p(logits, p):
    """logits (V,), 0 < p < 1 -> (V,): as few of the most probable as sum to p at least; the others -inf."""
    probs, order = logits.softmax(0).sort(descending=True)
    keep = probs.cumsum(0) <= p
    keep[0] = True
    out = torch.full_like(logits, -torch.inf)
    out[order[keep]] = logits[order[keep]]
    return out
