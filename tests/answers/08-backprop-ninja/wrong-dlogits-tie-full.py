# fails: logits_backward, a tie of two
# because: Every tied entry gets the full gradient of the maximum instead of 1/k of it.
# batch: 1
# told: true author logits_backward, each tied entry gets all
# %% solution-dlogits
def logits_backward(logits, logit_maxes, dnorm_logits, dlogit_maxes):
    """logits, dnorm_logits (n, V); logit_maxes, dlogit_maxes (n, 1) -> dlogits (n, V): both parts."""
    return dnorm_logits + torch.where(logits == logit_maxes, dlogit_maxes, torch.zeros_like(logits))


dlogits = logits_backward(logits, logit_maxes, dnorm_logits, dlogit_maxes)
