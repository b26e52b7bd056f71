# fails: crop: result, and top and left afterwards
# because: subtracts pad from the caller's top and left in place
# batch: 4
# told: true author crop: top and left changed
# %% solution-crop
def crop(x, top, left, pad):
    """x (B, C, H, W); top, left (B,) int from 0 to 2 * pad -> (B, C, H, W): a window of each padded picture."""
    H, W = x.shape[2:]
    top -= pad
    left -= pad
    padded = F.pad(x, (pad, pad, pad, pad))
    windows = [one[:, i : i + H, j : j + W] for one, i, j in zip(padded, (top + pad).tolist(), (left + pad).tolist())]
    return torch.stack(windows)
