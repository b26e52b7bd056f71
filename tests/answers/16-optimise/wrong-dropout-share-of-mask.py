# fails: dropout, in training
# because: The student divides by the share of True in this mask; the factor is 1/(1 - p), whatever this very mask holds.
# batch: 2
# told: true author dropout: the share of this mask
# %% solution-dropout
def dropout(x, p, mask, training):
    """x (..), mask (..) bool: True where x stays; training True or False -> the shape of x."""
    if not training:
        return x
    keep_share = mask.double().mean()
    return x * mask / keep_share
