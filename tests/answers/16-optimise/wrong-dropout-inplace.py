# fails: *
# because: sets the dropped entries to zero in the caller's x before scaling, so the argument is changed; a new tensor is asked for
# batch: 1
# told: true author dropout: x itself changed
# %% solution-dropout
def dropout(x, p, mask, training):
    if training:
        x[~mask] = 0.0
        x = x / (1.0 - p)
    return x
