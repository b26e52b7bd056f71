# fails: *
# because: The real tokens are counted as those whose each is not 0, so a real token with a loss of exactly 0 (a hard label, and a sure network) is not counted; y != idx must be counted.
# batch: 1
# told: true author loss: counts what is not 0
# %% solution-loss
def smooth_loss(logits, q, y, idx):
    """logits, q (B, T, K), y (B, T) -> each (B, T), 0 where y is idx; loss: the mean over the other tokens."""
    logp = logits.log_softmax(dim=-1)
    each = torch.where(y == idx, 0.0, -(q * logp).sum(-1))
    loss = each.sum() / torch.count_nonzero(each)
    return each, loss
