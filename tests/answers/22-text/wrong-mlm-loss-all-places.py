# fails: mlm_loss
# because: The sum over the chosen places is divided by all places; it should be divided by the number of the chosen ones.
# batch: 1
# told: true author mlm_loss: averaged over all places
# %% solution-mlm-loss
def mlm_loss(logits, labels):
    logp = logits.log_softmax(-1)
    asked = labels != -100
    picked = logp.gather(2, labels.clamp(min=0).unsqueeze(-1)).squeeze(-1)
    return -(picked * asked).mean()
