# fails: *
# because: `dlogits = dnorm_logits` is no copy, so += adds the second part into the caller's dnorm_logits too; a second call with the same tensor starts from spoilt numbers.
# batch: 1
# told: true author logits_backward, the argument added to
# %% solution-dlogits
def logits_backward(logits, logit_maxes, dnorm_logits, dlogit_maxes):
    """logits, dnorm_logits (n, V); logit_maxes, dlogit_maxes (n, 1) -> dlogits (n, V): both parts."""
    dlogits = dnorm_logits                      # first part
    mask = logits == logit_maxes
    dlogits += mask * dlogit_maxes / mask.sum(1, keepdim=True)
    return dlogits


dlogits = logits_backward(logits, logit_maxes, dnorm_logits, dlogit_maxes)
