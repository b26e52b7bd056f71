# because: the threshold is the (k+1)-th largest logit (sorted[k], counted from 0) with >=, so k + 1 logits stay
# batch: 6
# told: true author top_k: one too many
# %% solution-top-k
def top_k(logits, k):
    """logits (V,), k >= 1 -> (V,): the k largest as they are, the others -inf."""
    if k >= len(logits):
        return logits.clone()
    ordered = logits.sort(descending=True).values
    return torch.where(logits >= ordered[k], logits, -math.inf)
