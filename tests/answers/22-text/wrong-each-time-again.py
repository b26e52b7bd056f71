# fails: penalise
# because: The penalty is applied once for each time that a token was said; it counts once per token.
# batch: 2
# told: true author penalise: once for each time it was said
# %% solution-penalise
def penalise(logits, said, penalty):
    new = logits.clone()
    for t in said:
        new[t] = new[t] / penalty if new[t] > 0 else new[t] * penalty
    return new
