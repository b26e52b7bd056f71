# fails: prepare, held out
# because: Held-out pictures come back as they are; the normalisation must happen to both alike.
# batch: 2
# told: true author prepare: held-out pictures as they are
# %% solution-prepare
def prepare(x, augment, mean, std, training):
    """x (B, C, H, W), augment: pictures -> pictures, mean and std numbers, training True or False -> (B, C, H, W)."""
    if not training:
        return x
    return augment(x).sub(mean).div(std)
