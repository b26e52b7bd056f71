# fails: mlm_loss
# because: The student takes places with labels > 0, which drops a label 0; asked is everything that is not -100.
# batch: 2
# told: true author mlm_loss: token 0 taken for nothing asked
# %% solution-mlm-loss
def mlm_loss(logits, labels):
    asked = labels > 0
    if not asked.any():
        return logits.sum() * 0
    lp = logits.log_softmax(-1)[asked]
    return -lp[torch.arange(len(lp), device=lp.device), labels[asked]].mean()
