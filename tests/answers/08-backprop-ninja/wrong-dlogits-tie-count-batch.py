# fails: *
# because: The number k of tied entries is the largest count in the whole batch, so rows without a tie are divided too; k has to be counted in each row separately.
# batch: 1
# told: true author logits_backward, the largest tie of the batch
# %% solution-dlogits
def logits_backward(logits, logit_maxes, dnorm_logits, dlogit_maxes):
    """logits, dnorm_logits (n, V); logit_maxes, dlogit_maxes (n, 1) -> dlogits (n, V): both parts."""
    is_max = (logits == logit_maxes).to(logits.dtype)
    k = is_max.sum(1).max()          # how many share the maximum
    return dnorm_logits + is_max * (dlogit_maxes / k)


dlogits = logits_backward(logits, logit_maxes, dnorm_logits, dlogit_maxes)
