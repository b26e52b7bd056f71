# because: the loss is the mean over all B*T positions, padding included, instead of over the labels that are not padding
# batch: 6
# told: true author loss: divided by all places
# %% solution-loss
def smooth_loss(logits, q, y, idx):
    """logits, q (B, T, K), y (B, T) -> each (B, T), 0 where y is idx; loss: the mean over the other tokens."""
    each = -(q * F.log_softmax(logits, dim=-1)).sum(dim=-1)
    each = each.masked_fill(y == idx, 0.0)
    loss = each.mean()
    return each, loss
