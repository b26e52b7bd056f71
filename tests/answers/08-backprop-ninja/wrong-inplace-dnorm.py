# fails: logits_backward, twice
# because: dlogits is the very tensor dnorm_logits, changed in place by +=; the function must leave its arguments as they are.
# batch: 2
# %% solution-dlogits
def logits_backward(logits, logit_maxes, dnorm_logits, dlogit_maxes):
    dlogits = dnorm_logits
    is_max = logits == logit_maxes
    dlogits += is_max * dlogit_maxes / is_max.sum(1, keepdim=True)
    return dlogits


dlogits = logits_backward(logits, logit_maxes, dnorm_logits, dlogit_maxes)
