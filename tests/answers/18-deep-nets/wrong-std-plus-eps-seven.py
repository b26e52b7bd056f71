# because: adds 1e-5 to std "against division by zero", which is wrong by much where std is far below 1
# batch: 7
# %% solution-prepare
def prepare(x, augment, mean, std, training):
    """x (B, C, H, W), augment: pictures -> pictures, mean and std numbers, training True or False -> (B, C, H, W)."""
    if training:
        x = augment(x)
    return (x - mean) / (std + 1e-5)
