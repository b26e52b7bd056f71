# fails: loss: mean
# because: Each text's mean is taken first and then the mean of these; the mean is over the real tokens of the whole batch.
# batch: 2
# told: true author loss: a mean of means
# %% solution-loss
def smooth_loss(logits, q, y, idx):
    """logits, q (B, T, K), y (B, T) -> each (B, T), 0 where y is idx; loss: the mean over the other tokens."""
    real = (y != idx).float()
    each = -torch.einsum("btk,btk->bt", q, logits.log_softmax(-1)) * real
    loss = (each.sum(1) / real.sum(1).clamp(min=1)).mean()
    return each, loss
