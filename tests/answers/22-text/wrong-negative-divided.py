# fails: penalise
# because: All logits of tokens said are divided, so negative ones become more likely; negative ones are multiplied.
# batch: 2
# told: true author penalise: divided, whatever the sign
# %% solution-penalise
def penalise(logits, said, penalty):
    """logits (V,), said: a list of tokens -> (V,): positive logits of tokens said divided, negative ones multiplied."""
    out = logits.clone()
    for t in set(said):
        out[t] = out[t] / penalty
    return out
