# because: top and left are mixed up: top is used for the columns, left for the rows
# batch: 7
# %% solution-crop
def crop(x, top, left, pad):
    """x (B, C, H, W); top, left (B,) int from 0 to 2 * pad -> (B, C, H, W): a window of each padded picture."""
    H, W = x.shape[2:]
    padded = F.pad(x, (pad, pad, pad, pad))
    out = torch.empty_like(x)
    for i, (t, l) in enumerate(zip(top.tolist(), left.tolist())):
        out[i] = padded[i, :, l:l + H, t:t + W]
    return out
