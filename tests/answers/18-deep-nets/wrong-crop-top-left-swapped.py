# fails: crop
# because: The row is cut at left[i] and the column at top[i].
# batch: 2
# told: true author crop: rows and columns exchanged
# %% solution-crop
def crop(x, top, left, pad):
    """x (B, C, H, W); top, left (B,) int from 0 to 2 * pad -> (B, C, H, W): a window of each padded picture."""
    H, W = x.shape[2:]
    xp = F.pad(x, (pad, pad, pad, pad))
    return torch.stack([xp[i, :, left[i] : left[i] + H, top[i] : top[i] + W] for i in range(len(x))])
