# fails: *
# because: isclose also counts entries that are only nearly as large as the maximum, and gives them a share; only exactly equal entries tie.
# batch: 1
# told: true author logits_backward, nearly equal counts as equal
# %% solution-dlogits
def logits_backward(logits, logit_maxes, dnorm_logits, dlogit_maxes):
    """logits, dnorm_logits (n, V); logit_maxes, dlogit_maxes (n, 1) -> dlogits (n, V): both parts."""
    # never compare floats with ==
    at_max = torch.isclose(logits, logit_maxes, atol=1e-4).to(logits.dtype)
    share = at_max / at_max.sum(1, keepdim=True)
    return dnorm_logits + share * dlogit_maxes


dlogits = logits_backward(logits, logit_maxes, dnorm_logits, dlogit_maxes)
