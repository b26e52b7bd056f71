# fails: gap_dx
# because: Every place gets the whole gradient; each had the share 1/(HW) in the mean, so it gets dv / (H W).
# batch: 2
# told: true author gap back: not divided
# %% solution-gap
def flatten(x):
    """x (B, C, H, W) -> (B, C * H * W)."""
    return x.flatten(1)


def gap(x):
    """x (B, C, H, W) -> (B, C): the mean of each channel."""
    return x.flatten(2).mean(2)


def gap_dx(dv, H, W):
    """dv (B, C), the size of the maps -> dx (B, C, H, W)."""
    dx = dv.new_zeros(*dv.shape, H, W)
    dx += dv[:, :, None, None]
    return dx
