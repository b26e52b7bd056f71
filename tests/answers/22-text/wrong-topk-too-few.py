# fails: top_k, all of them
# because: torch.topk fails if k is larger than V; then all logits should stay.
# batch: 1
# told: true author top_k: more than there are
# %% solution-top-k
def top_k(logits, k):
    values, places = logits.topk(k)
    out = torch.full_like(logits, -math.inf)
    out[places] = values
    return out
