# fails: *
# because: view needs numbers that lie one after the other, and raises an error for a picture that is a view of another tensor; reshape or flatten copies if need be.
# batch: 2
# told: true author flatten: view of a view
# %% solution-gap
def flatten(x):
    """x (B, C, H, W) -> (B, C * H * W)."""
    B, C, H, W = x.shape
    return x.view(B, C * H * W)


def gap(x):
    """x (B, C, H, W) -> (B, C): the mean of each channel."""
    return x.sum(3).sum(2) / (x.shape[2] * x.shape[3])


def gap_dx(dv, H, W):
    """dv (B, C), the size of the maps -> dx (B, C, H, W)."""
    B, C = dv.shape
    return dv.reshape(B, C, 1, 1).expand(B, C, H, W) / (H * W)
