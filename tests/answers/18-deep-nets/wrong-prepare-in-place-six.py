# because: subtracts and divides in place: for held-out pictures (and where augment returns its argument) the caller's x is changed
# batch: 6
# told: true author prepare: in place
# %% solution-prepare
def prepare(x, augment, mean, std, training):
    """x (B, C, H, W), augment: pictures -> pictures, mean and std numbers, training True or False -> (B, C, H, W)."""
    out = augment(x) if training else x
    out -= mean
    out /= std
    return out
