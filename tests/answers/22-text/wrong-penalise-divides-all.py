# fails: penalise
# because: Negative logits are divided as well, which makes those tokens more likely; they must be multiplied.
# batch: 1
# told: true author penalise: divided, whatever the sign
# %% solution-penalise
def penalise(logits, said, penalty):
    out = logits.clone()
    for token in set(said):
        out[token] = out[token] / penalty
    return out
