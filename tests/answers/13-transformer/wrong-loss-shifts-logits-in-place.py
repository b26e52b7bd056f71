# fails: *
# because: The maximum is subtracted from the logits in place (-=), so the caller's logits are changed; the shift belongs into a new tensor (F.log_softmax does it anyway).
# batch: 1
# told: true author loss: writes into the logits
# %% solution-loss
def smooth_loss(logits, q, y, idx):
    """logits, q (B, T, K), y (B, T) -> each (B, T), 0 where y is idx; loss: the mean over the other tokens."""
    # stable log softmax
    logits -= logits.max(dim=-1, keepdim=True).values
    logp = logits - logits.exp().sum(-1, keepdim=True).log()
    real = y != idx
    each = -(q * logp).sum(-1) * real
    loss = each.sum() / real.sum()
    return each, loss
