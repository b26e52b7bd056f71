# because: the divisor counts the entries of each that are not 0, so a real token with a loss of exactly 0 is taken for padding
# batch: 6
# told: true author loss: counts what is not 0
# %% solution-loss
def smooth_loss(logits, q, y, idx):
    """logits, q (B, T, K), y (B, T) -> each (B, T), 0 where y is idx; loss: the mean over the other tokens."""
    logp = torch.log_softmax(logits, -1)
    each = torch.where(y == idx, 0.0, -torch.einsum("btk,btk->bt", q, logp))
    loss = each.sum() / torch.count_nonzero(each).clamp(min=1)
    return each, loss
