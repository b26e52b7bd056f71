# because: divides the sum by W ** 2, as if maps were square, instead of H * W
# batch: 5
# told: true author gap: the width twice
# %% solution-gap
def flatten(x):
    """x (B, C, H, W) -> (B, C * H * W)."""
    return x.flatten(1)


def gap(x):
    """x (B, C, H, W) -> (B, C): the mean of each channel."""
    size = x.shape[-1]
    return x.sum(dim=(-2, -1)) / size ** 2


def gap_dx(dv, H, W):
    """dv (B, C), the size of the maps -> dx (B, C, H, W)."""
    return torch.ones(H, W, dtype=dv.dtype, device=dv.device) * dv[..., None, None] / (H * W)
