# because: uses view, which crashes on pictures that are a view of another tensor (not contiguous), a case the text names
# batch: 5
# told: true author flatten: view of a view
# %% solution-gap
def flatten(x):
    """x (B, C, H, W) -> (B, C * H * W)."""
    return x.view(x.size(0), -1)


def gap(x):
    """x (B, C, H, W) -> (B, C): the mean of each channel."""
    return x.mean(dim=(2, 3))


def gap_dx(dv, H, W):
    """dv (B, C), the size of the maps -> dx (B, C, H, W)."""
    B, C = dv.shape
    return (dv / (H * W)).reshape(B, C, 1, 1).expand(B, C, H, W)
