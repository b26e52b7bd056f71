# fails: *
# because: The rows of padding are set to 0 in the caller's q; the arguments have to stay as they are.
# batch: 2
# told: true author loss: writes into the logits
# %% solution-loss
def smooth_loss(logits, q, y, idx):
    """logits, q (B, T, K), y (B, T) -> each (B, T), 0 where y is idx; loss: the mean over the other tokens."""
    pad = y == idx
    q[pad] = 0
    each = -(q * F.log_softmax(logits, dim=-1)).sum(dim=-1)
    loss = each.sum() / (~pad).sum()
    return each, loss
