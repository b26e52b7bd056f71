# fails: *
# because: Padding is looked for as the token 0; it is the token idx, which need not be 0.
# batch: 2
# told: true author loss: padding is 0
# %% solution-loss
def smooth_loss(logits, q, y, idx):
    """logits, q (B, T, K), y (B, T) -> each (B, T), 0 where y is idx; loss: the mean over the other tokens."""
    keep = y > 0
    each = -(q * F.log_softmax(logits, -1)).sum(-1).where(keep, torch.zeros(()))
    loss = each.sum() / keep.sum()
    return each, loss
