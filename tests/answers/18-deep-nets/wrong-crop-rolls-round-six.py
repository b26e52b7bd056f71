# because: shifts the unpadded picture by torch.roll: what leaves on one side comes in on the other instead of zeros
# batch: 6
# told: true author crop: wrapped around
# %% solution-crop
def crop(x, top, left, pad):
    """x (B, C, H, W); top, left (B,) int from 0 to 2 * pad -> (B, C, H, W): a window of each padded picture."""
    H, W = x.shape[2:]
    shifted = [
        torch.roll(picture, shifts=(pad - t, pad - l), dims=(1, 2))
        for picture, t, l in zip(x, top.tolist(), left.tolist())
    ]
    return torch.stack(shifted)
