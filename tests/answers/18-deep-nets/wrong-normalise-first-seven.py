# because: in training the normalisation comes first and augment after it
# batch: 7
# %% solution-prepare
def prepare(x, augment, mean, std, training):
    """x (B, C, H, W), augment: pictures -> pictures, mean and std numbers, training True or False -> (B, C, H, W)."""
    x = (x - mean) / std
    if training:
        x = augment(x)
    return x
