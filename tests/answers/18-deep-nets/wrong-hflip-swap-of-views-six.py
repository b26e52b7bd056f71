# because: swaps columns by tuple assignment on views: the first assignment overwrites what the second one reads, so both columns end up equal
# batch: 6
# told: true author hflip: columns that overwrite each other
# %% solution-hflip
def hflip(x, which):
    """x (B, C, H, W), which (B,) bool -> (B, C, H, W): the pictures where it is True are mirrored left to right."""
    out = x.clone()
    W = x.shape[3]
    for b in range(x.shape[0]):
        if which[b]:
            for j in range(W // 2):
                out[b, :, :, j], out[b, :, :, W - 1 - j] = out[b, :, :, W - 1 - j], out[b, :, :, j]
    return out
