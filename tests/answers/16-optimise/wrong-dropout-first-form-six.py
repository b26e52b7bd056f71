# because: writes dropout in its first form: survivors are left unscaled in training, and everything is multiplied by 1-p in use
# batch: 6
# told: true author dropout: survivors not scaled
# %% solution-dropout
def dropout(x, p, mask, training):
    """x (..), mask (..) bool: True where x stays; training True or False -> the shape of x."""
    if training:
        return torch.where(mask, x, torch.zeros_like(x))
    # in use all units are there, so scale them down
    return (1 - p) * x
