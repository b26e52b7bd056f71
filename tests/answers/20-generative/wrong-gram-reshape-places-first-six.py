# because: reshapes (B, C, H, W) straight to (B, H*W, C) without moving the channels, so numbers of different maps are mixed
# batch: 6
# told: true author gram: reshaped to (B, HW, C)
# %% solution-gram
def gram(features):
    """features (B, C, H, W) -> (B, C, C): which maps respond together, for each picture."""
    B, C, H, W = features.shape
    f = features.reshape(B, H * W, C)  # one row for each place
    return torch.einsum("bpc,bpd->bcd", f, f) / (C * H * W)
