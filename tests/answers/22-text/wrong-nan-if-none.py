# fails: *
# because: cross_entropy with ignore_index averages over nothing if no place was chosen, which is NaN; the loss is 0 then.
# batch: 2
# told: true author mlm_loss: nothing asked, not a number
# %% solution-mlm-loss
def mlm_loss(logits, labels):
    """logits (N, L, V), labels (N, L) int, -100 where nothing is asked -> the loss ()."""
    return F.cross_entropy(logits.flatten(0, 1), labels.flatten(), ignore_index=-100)
