# fails: penalise
# because: A token said three times is punished three times; the penalty is applied once per token.
# batch: 1
# told: true author penalise: once for each time it was said
# %% solution-penalise
def penalise(logits, said, penalty):
    out = logits.clone()
    for token in said:
        if out[token] > 0:
            out[token] /= penalty
        else:
            out[token] *= penalty
    return out
