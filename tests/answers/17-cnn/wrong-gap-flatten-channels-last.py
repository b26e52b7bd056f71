# fails: flatten
# because: The channels are moved to the end before flattening, so the order is place by place; channel 0 must come first, row by row.
# batch: 2
# told: true author flatten: channels last
# %% solution-gap
def flatten(x):
    """x (B, C, H, W) -> (B, C * H * W)."""
    return x.permute(0, 2, 3, 1).reshape(x.shape[0], -1)


def gap(x):
    """x (B, C, H, W) -> (B, C): the mean of each channel."""
    return x.mean((2, 3))


def gap_dx(dv, H, W):
    """dv (B, C), the size of the maps -> dx (B, C, H, W)."""
    return (dv / (H * W))[:, :, None, None].repeat(1, 1, H, W)
