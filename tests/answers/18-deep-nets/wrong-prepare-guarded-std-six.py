# because: divides by sqrt(std^2 + 1e-5), as in BatchNorm, and not by std: clearly off for a small std
# batch: 6
# told: true author prepare: a guard under the root
# %% solution-prepare
def prepare(x, augment, mean, std, training):
    """x (B, C, H, W), augment: pictures -> pictures, mean and std numbers, training True or False -> (B, C, H, W)."""
    if training:
        x = augment(x)
    return (x - mean) / (std ** 2 + 1e-5) ** 0.5
