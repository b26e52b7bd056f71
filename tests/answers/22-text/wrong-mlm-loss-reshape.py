# because: the logits are reshaped from (N, L, V) to (N, V, L) instead of transposed, so they are mixed up between places and tokens
# batch: 5
# told: true code axes not moved
# %% solution-mlm-loss
def mlm_loss(logits, labels):
    """logits (N, L, V), labels (N, L) int, -100 where nothing is asked -> the loss ()."""
    if (labels == -100).all():
        return logits.new_tensor(0.0)
    n, l, v = logits.shape
    return F.cross_entropy(logits.reshape(n, v, l), labels, ignore_index=-100)
