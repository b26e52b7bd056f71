# fails: *
# because: squeeze() also removes the batch axis if there is one picture only, a batch of one is a batch.
# batch: 2
# told: true author gap: squeezed as well
# %% solution-gap
def flatten(x):
    """x (B, C, H, W) -> (B, C * H * W)."""
    return torch.flatten(x, start_dim=1)


def gap(x):
    """x (B, C, H, W) -> (B, C): the mean of each channel."""
    return x.mean((2, 3), keepdim=True).squeeze()


def gap_dx(dv, H, W):
    """dv (B, C), the size of the maps -> dx (B, C, H, W)."""
    return torch.einsum("bc,hw->bchw", dv, dv.new_ones(H, W)) / (H * W)
