# fails: hflip
# because: The rows are turned round (axis 2, upside down); left and right are the columns, axis 3.
# batch: 2
# told: true author hflip: upside down
# %% solution-hflip
def hflip(x, which):
    """x (B, C, H, W), which (B,) bool -> (B, C, H, W): the pictures where it is True are mirrored left to right."""
    return torch.where(which[:, None, None, None], x.flip(2), x)
