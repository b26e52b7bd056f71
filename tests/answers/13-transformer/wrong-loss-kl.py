# fails: loss: each; loss: mean; loss: large logits
# because: It computes the Kullback-Leibler divergence, sum q (log q - log p), so the entropy of the labels is missing in each; asked is the cross-entropy, - sum q log p.
# batch: 1
# told: true author loss: the divergence
# %% solution-loss
def smooth_loss(logits, q, y, idx):
    """logits, q (B, T, K), y (B, T) -> each (B, T), 0 where y is idx; loss: the mean over the other tokens."""
    logp = F.log_softmax(logits, dim=-1)
    each = F.kl_div(logp, q, reduction="none").sum(dim=-1)
    pad = y == idx
    each = each.masked_fill(pad, 0)
    loss = each.sum() / (~pad).sum()
    return each, loss
