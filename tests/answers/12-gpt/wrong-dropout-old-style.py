# fails: dropout, in training; dropout, in use
# because: The old convention: nothing is scaled in training and x is multiplied by 1 - p in use; here the survivors are scaled in training and x comes out unchanged in use.
# batch: 2
# told: true author dropout: scaled in use
# %% solution-dropout
def dropout(x, p, u, training):
    """x and u of the same shape, 0 <= p < 1, training True or False -> the shape of x."""
    if training:
        return x * (u >= p)
    return x * (1 - p)
