# fails: *
# because: Padding is looked for as y == 0 and the argument idx is ignored.
# batch: 1
# told: true author loss: padding is 0
# %% solution-loss
def smooth_loss(logits, q, y, idx):
    """logits, q (B, T, K), y (B, T) -> each (B, T), 0 where y is idx; loss: the mean over the other tokens."""
    each = -(q * torch.log_softmax(logits, dim=2)).sum(dim=2)
    keep = y > 0
    each = each * keep
    loss = each.sum() / keep.sum()
    return each, loss
