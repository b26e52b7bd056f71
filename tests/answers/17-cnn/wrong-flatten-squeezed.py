# because: squeezes the flattened tensor: a batch of one picture loses its batch axis and becomes (C * H * W,)
# batch: 5
# told: true author flatten: squeezed as well
# %% solution-gap
def flatten(x):
    """x (B, C, H, W) -> (B, C * H * W)."""
    B, C, H, W = x.shape
    v = x.reshape(B, C * H * W, 1, 1)
    return v.squeeze()


def gap(x):
    """x (B, C, H, W) -> (B, C): the mean of each channel."""
    B, C, H, W = x.shape
    return x.sum(3).sum(2) / (H * W)


def gap_dx(dv, H, W):
    """dv (B, C), the size of the maps -> dx (B, C, H, W)."""
    return dv[:, :, None, None].repeat(1, 1, H, W) / (H * W)
