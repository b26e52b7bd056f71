# fails: loss: mean
# because: First each text is averaged and then the texts, so a token of a short text counts more; it is one mean over all real tokens of the batch.
# batch: 1
# told: true author loss: a mean of means
# %% solution-loss
def smooth_loss(logits, q, y, idx):
    """logits, q (B, T, K), y (B, T) -> each (B, T), 0 where y is idx; loss: the mean over the other tokens."""
    logp = F.log_softmax(logits, -1)
    real = (y != idx).float()
    each = -torch.einsum("btk,btk->bt", q, logp) * real
    per_text = each.sum(1) / real.sum(1)
    loss = per_text.mean()
    return each, loss
