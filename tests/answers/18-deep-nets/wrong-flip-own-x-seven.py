# because: mirrors the chosen pictures in the caller's x itself and returns that
# batch: 7
# %% solution-hflip
def hflip(x, which):
    """x (B, C, H, W), which (B,) bool -> (B, C, H, W): the pictures where it is True are mirrored left to right."""
    for i in range(len(x)):
        if which[i]:
            x[i] = x[i].flip(-1)
    return x
