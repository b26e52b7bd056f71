# fails: prepare, in training
# because: The pictures are normalised before the augmentation; augment comes first, on pictures as they are.
# batch: 2
# told: true author prepare: normalised first
# %% solution-prepare
def prepare(x, augment, mean, std, training):
    """x (B, C, H, W), augment: pictures -> pictures, mean and std numbers, training True or False -> (B, C, H, W)."""
    normed = (x - mean) / std
    return augment(normed) if training else normed
