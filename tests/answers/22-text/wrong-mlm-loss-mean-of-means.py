# because: averages over the chosen places of each text first and then over the texts that have any, instead of one mean over all chosen places of the batch
# batch: 5
# told: true author mlm_loss: each text that is asked for itself
# %% solution-mlm-loss
def mlm_loss(logits, labels):
    """logits (N, L, V), labels (N, L) int, -100 where nothing is asked -> the loss ()."""
    per_token = F.cross_entropy(logits.transpose(1, 2), labels, reduction="none")  # 0 where -100
    count = (labels != -100).sum(dim=1)
    per_text = per_token.sum(dim=1) / count.clamp(min=1)
    return per_text.sum() / (count > 0).sum().clamp(min=1)
