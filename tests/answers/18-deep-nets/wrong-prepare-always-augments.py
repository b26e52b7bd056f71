# fails: prepare, held out
# because: The pictures are augmented whether in training or not; held-out pictures must not be.
# batch: 2
# told: true author prepare: validation data augmented
# %% solution-prepare
def prepare(x, augment, mean, std, training):
    """x (B, C, H, W), augment: pictures -> pictures, mean and std numbers, training True or False -> (B, C, H, W)."""
    x = augment(x)
    return (x - mean) / std
