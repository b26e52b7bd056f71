# fails: top_k
# because: The others become 0, which after the softmax is no small probability; they become -inf.
# batch: 2
# told: true author top_k: zero for the others
# %% solution-top-k
def top_k(logits, k):
    keep = logits.topk(min(k, logits.numel())).indices
    out = torch.zeros_like(logits)
    out[keep] = logits[keep]
    return out
