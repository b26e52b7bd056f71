# fails: *
# because: cross_entropy averages over the places asked; if there are none, it is 0 / 0, NaN. The loss should be 0 then.
# batch: 1
# told: true author mlm_loss: nothing asked, not a number
# %% solution-mlm-loss
def mlm_loss(logits, labels):
    return F.cross_entropy(logits.flatten(0, 1), labels.flatten(), ignore_index=-100)
