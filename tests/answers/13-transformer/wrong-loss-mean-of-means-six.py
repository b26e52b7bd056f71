# because: the mean is taken for each text and then over the texts, so tokens of short texts count more than those of long ones
# batch: 6
# told: true author loss: a mean of means
# %% solution-loss
def smooth_loss(logits, q, y, idx):
    """logits, q (B, T, K), y (B, T) -> each (B, T), 0 where y is idx; loss: the mean over the other tokens."""
    log_p = logits - torch.logsumexp(logits, dim=2, keepdim=True)
    each = -torch.sum(q * log_p, dim=2)
    real = (y != idx).float()
    each = each * real
    per_text = each.sum(dim=1) / real.sum(dim=1).clamp(min=1)
    loss = per_text.mean()
    return each, loss
