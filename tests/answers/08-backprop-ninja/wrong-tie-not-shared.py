# fails: logits_backward, a tie of two
# because: Each tied entry gets the whole gradient of the maximum; k tied entries get 1/k each.
# batch: 2
# %% solution-dlogits
def logits_backward(logits, logit_maxes, dnorm_logits, dlogit_maxes):
    mask = (logits == logit_maxes).to(logits.dtype)
    return dnorm_logits + mask * dlogit_maxes


dlogits = logits_backward(logits, logit_maxes, dnorm_logits, dlogit_maxes)
