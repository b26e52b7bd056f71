# because: turns the mask into a factor before it looks at training, so a call in use with mask None crashes
# batch: 6
# told: true author dropout: before training, a factor of the mask
# %% solution-dropout
def dropout(x, p, mask, training):
    """x (..), mask (..) bool: True where x stays; training True or False -> the shape of x."""
    factor = mask.to(x.dtype) / (1 - p)
    if training:
        out = x * factor
    else:
        out = x.clone()
    return out
