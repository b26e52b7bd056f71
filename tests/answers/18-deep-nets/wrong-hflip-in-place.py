# fails: *
# because: The mirrored pictures are written into x itself, so the caller's pictures are changed; a copy is needed.
# batch: 2
# told: true author hflip: in place
# %% solution-hflip
def hflip(x, which):
    """x (B, C, H, W), which (B,) bool -> (B, C, H, W): the pictures where it is True are mirrored left to right."""
    x[which] = x[which].flip(3)
    return x
