# fails: crop
# because: takes top for the columns and left for the rows
# batch: 1
# told: true author crop: rows and columns exchanged
# %% solution-crop
def crop(x, top, left, pad):
    """x (B, C, H, W); top, left (B,) int from 0 to 2 * pad -> (B, C, H, W): a window of each padded picture."""
    H, W = x.shape[2:]
    xp = F.pad(x, (pad, pad, pad, pad))
    return torch.stack([xp[i, :, l : l + H, t : t + W] for i, (t, l) in enumerate(zip(top.tolist(), left.tolist()))])
