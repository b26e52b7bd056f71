# fails: *
# because: The real tokens are counted as those with a loss other than 0; a real token may have a loss of exactly 0, so y must be asked.
# batch: 2
# told: true author loss: counts what is not 0
# %% solution-loss
def smooth_loss(logits, q, y, idx):
    """logits, q (B, T, K), y (B, T) -> each (B, T), 0 where y is idx; loss: the mean over the other tokens."""
    logp = torch.log_softmax(logits, 2)
    each = torch.where(y == idx, 0.0, -(q * logp).sum(2))
    loss = each.sum() / (each != 0).sum()
    return each, loss
