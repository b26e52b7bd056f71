# fails: top_k
# because: Only logits greater than the k-th largest stay, so that one itself is lost and k - 1 remain.
# batch: 1
# told: true author top_k: the k-th lost
# %% solution-top-k
def top_k(logits, k):
    if k >= len(logits):
        return logits.clone()
    border = logits.sort(descending=True).values[k - 1]
    return torch.where(logits > border, logits, -math.inf)
