# fails: crop, no border
# because: fills a slice from pad to -pad, which is empty without a border
# batch: 4
# told: true author crop: counted from the end, which 0 is not
# %% solution-crop
def crop(x, top, left, pad):
    """x (B, C, H, W); top, left (B,) int from 0 to 2 * pad -> (B, C, H, W): a window of each padded picture."""
    H, W = x.shape[2:]
    B, C = x.shape[:2]
    padded = x.new_zeros(B, C, H + 2 * pad, W + 2 * pad)
    padded[:, :, pad:-pad, pad:-pad] = x
    windows = [one[:, i : i + H, j : j + W] for one, i, j in zip(padded, top.tolist(), left.tolist())]
    return torch.stack(windows)
