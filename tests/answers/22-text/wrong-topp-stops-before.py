# fails: top_p
# because: Only tokens whose running sum is still below p stay; the one that makes the sum reach p belongs to them, and the most probable one always stays.
# batch: 1
# told: true author top_p: the last one left out
# %% solution-top-p
def top_p(logits, p):
    probs = logits.softmax(0)
    order = probs.argsort(descending=True)
    keep = order[probs[order].cumsum(0) <= p]
    out = torch.full_like(logits, -math.inf)
    out[keep] = logits[keep]
    return out
