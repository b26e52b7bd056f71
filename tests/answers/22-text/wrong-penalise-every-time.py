# because: the penalty is applied once for every time that a token was said, instead of once per token
# batch: 5
# told: true author penalise: once for each time it was said
# %% solution-penalise
def penalise(logits, said, penalty):
    """logits (V,), said: a list of tokens -> (V,): positive logits of tokens said divided, negative ones multiplied."""
    new = logits.clone()
    for t in said:
        if new[t] > 0:
            new[t] = new[t] / penalty
        else:
            new[t] = new[t] * penalty
    return new
