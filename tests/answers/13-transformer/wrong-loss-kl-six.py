# because: the Kullback-Leibler divergence (F.kl_div) is computed instead of the cross-entropy: the entropy of q is missing
# batch: 6
# told: true author loss: the divergence
# %% solution-loss
def smooth_loss(logits, q, y, idx):
    """logits, q (B, T, K), y (B, T) -> each (B, T), 0 where y is idx; loss: the mean over the other tokens."""
    logp = F.log_softmax(logits, dim=-1)
    each = F.kl_div(logp, q, reduction="none").sum(dim=-1)
    real = y != idx
    each = each * real
    loss = each.sum() / real.sum()
    return each, loss
