# because: applies the penalty once per occurrence in said, not once per token, so a token said three times is divided by penalty**3
# batch: 6
# told: true author penalise: once for each time it was said
# %% solution-penalise
def penalise(logits, said, penalty):
    """logits (V,), said: a list of tokens -> (V,): positive logits of tokens said divided, negative ones multiplied."""
    out = logits.clone()
    for token in said:
        if out[token] > 0:
            out[token] = out[token] / penalty
        else:
            out[token] = out[token] * penalty
    return out
