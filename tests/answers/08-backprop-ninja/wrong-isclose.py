# fails: logits_backward, nearly a tie
# because: Entries that are merely close to the maximum were treated as ties (isclose); only entries that are exactly equal tie.
# batch: 2
# %% solution-dlogits
def logits_backward(logits, logit_maxes, dnorm_logits, dlogit_maxes):
    top = torch.isclose(logits, logit_maxes.expand_as(logits)).double()
    share = top / top.sum(1, keepdim=True)
    return dnorm_logits + share * dlogit_maxes


dlogits = logits_backward(logits, logit_maxes, dnorm_logits, dlogit_maxes)
