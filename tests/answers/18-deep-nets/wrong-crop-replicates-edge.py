# fails: crop
# because: The border repeats the edge pixels instead of being zeros.
# batch: 2
# told: true author crop: the edge repeated
# %% solution-crop
def crop(x, top, left, pad):
    """x (B, C, H, W); top, left (B,) int from 0 to 2 * pad -> (B, C, H, W): a window of each padded picture."""
    H, W = x.shape[2:]
    big = F.pad(x, (pad, pad, pad, pad), mode="replicate")
    out = torch.empty_like(x)
    for i in range(x.shape[0]):
        r, c = int(top[i]), int(left[i])
        out[i] = big[i, :, r : r + H, c : c + W]
    return out
