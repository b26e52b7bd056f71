# because: scales the survivors by the share of True in this very mask instead of by 1/(1-p)
# batch: 6
# told: true author dropout: the share of this mask
# %% solution-dropout
def dropout(x, p, mask, training):
    """x (..), mask (..) bool: True where x stays; training True or False -> the shape of x."""
    if not training:
        return x.clone()
    keep = mask.to(x.dtype)
    # so that on average nothing changes
    return x * keep * (keep.numel() / keep.sum())
