# because: flips dimension 2, the rows: up and down change places, not left and right
# batch: 7
# %% solution-hflip
def hflip(x, which):
    """x (B, C, H, W), which (B,) bool -> (B, C, H, W): the pictures where it is True are mirrored left to right."""
    out = x.clone()
    out[which] = torch.flip(x[which], dims=[2])
    return out
