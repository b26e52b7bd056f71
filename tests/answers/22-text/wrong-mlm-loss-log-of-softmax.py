# fails: mlm_loss, large logits
# because: the logarithm of the softmax: infinite for large logits
# batch: 4
# told: true author mlm_loss: the logarithm of the softmax
# %% solution-mlm-loss
def mlm_loss(logits, labels):
    """logits (N, L, V), labels (N, L) int, -100 where nothing is asked -> the loss ()."""
    chosen = labels != -100
    if not chosen.any():
        return logits.sum() * 0
    p = F.softmax(logits[chosen], dim=-1)
    return -p[torch.arange(len(p), device=p.device), labels[chosen]].log().mean()
