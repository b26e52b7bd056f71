# because: repeats the whole row of channels H * W times (repeat) and reshapes: channel c's map gets the gradients of other channels; repeat_interleave was needed
# batch: 5
# told: true author gap back: all channels repeated in turn
# %% solution-gap
def flatten(x):
    """x (B, C, H, W) -> (B, C * H * W)."""
    return x.reshape(len(x), -1)


def gap(x):
    """x (B, C, H, W) -> (B, C): the mean of each channel."""
    return flatten(x).reshape(x.shape[0], x.shape[1], -1).mean(-1)


def gap_dx(dv, H, W):
    """dv (B, C), the size of the maps -> dx (B, C, H, W)."""
    share = dv / (H * W)
    return share.repeat(1, H * W).reshape(dv.shape[0], dv.shape[1], H, W)
