# because: lets the left half and the right half change places (the middle column stays) without mirroring them
# batch: 6
# told: true author hflip: halves change places
# %% solution-hflip
def hflip(x, which):
    """x (B, C, H, W), which (B,) bool -> (B, C, H, W): the pictures where it is True are mirrored left to right."""
    W = x.size(-1)
    half = W // 2
    left, middle, right = x[..., :half], x[..., half:W - half], x[..., W - half:]
    swapped = torch.cat([right, middle, left], dim=-1)
    return torch.where(which.view(-1, 1, 1, 1), swapped, x)
