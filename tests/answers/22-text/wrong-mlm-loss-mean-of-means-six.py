# because: takes the mean per text first and then the mean over the texts, so texts with few chosen places weigh as much as those with many (and texts with none count as 0)
# batch: 6
# told: true author mlm_loss: each text for itself
# %% solution-mlm-loss
def mlm_loss(logits, labels):
    """logits (N, L, V), labels (N, L) int, -100 where nothing is asked -> the loss ()."""
    each = F.cross_entropy(logits.transpose(1, 2), labels, ignore_index=-100, reduction="none")
    asked = (labels != -100).sum(1).clamp(min=1)
    return (each.sum(1) / asked).mean()
