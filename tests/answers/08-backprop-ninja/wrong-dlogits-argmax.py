# fails: logits_backward, a tie of two
# because: argmax picks one entry and gives it the whole gradient of the maximum; with amax, tied entries share it equally.
# batch: 1
# told: true author logits_backward, a tie goes to one entry
# %% solution-dlogits
def logits_backward(logits, logit_maxes, dnorm_logits, dlogit_maxes):
    """logits, dnorm_logits (n, V); logit_maxes, dlogit_maxes (n, 1) -> dlogits (n, V): both parts."""
    out = dnorm_logits.clone()
    winner = logits.argmax(1)
    onehot = F.one_hot(winner, logits.shape[1]).to(logits.dtype)
    out += onehot * dlogit_maxes
    return out


dlogits = logits_backward(logits, logit_maxes, dnorm_logits, dlogit_maxes)
