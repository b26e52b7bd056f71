# fails: hflip
# because: All pictures are mirrored as soon as one of them is to be; `which` says it for each picture.
# batch: 2
# told: true author hflip: all of them
# %% solution-hflip
def hflip(x, which):
    """x (B, C, H, W), which (B,) bool -> (B, C, H, W): the pictures where it is True are mirrored left to right."""
    if which.any():
        return x.flip(-1)
    return x
