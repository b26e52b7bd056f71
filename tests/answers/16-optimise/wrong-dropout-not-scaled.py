# fails: dropout, in training
# because: The survivors are not divided by 1 - p, so the average of the activations falls in training.
# batch: 2
# told: true author dropout: survivors not scaled
# %% solution-dropout
def dropout(x, p, mask, training):
    """x (..), mask (..) bool: True where x stays; training True or False -> the shape of x."""
    if not training:
        return x
    return x * mask
