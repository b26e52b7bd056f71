# because: the row maximum is subtracted from logits in place, so the caller's logits are changed (the values returned are right)
# batch: 6
# told: true author loss: writes into the logits
# %% solution-loss
def smooth_loss(logits, q, y, idx):
    """logits, q (B, T, K), y (B, T) -> each (B, T), 0 where y is idx; loss: the mean over the other tokens."""
    logits -= logits.max(dim=-1, keepdim=True).values  # numerically stable
    logp = logits - logits.exp().sum(dim=-1, keepdim=True).log()
    real = y != idx
    each = -(q * logp).sum(-1) * real
    loss = each.sum() / real.sum()
    return each, loss
