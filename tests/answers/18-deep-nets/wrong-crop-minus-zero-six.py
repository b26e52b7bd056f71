# because: fills the border's inside by pad:-pad, which is an empty slice for pad = 0: that case fails
# batch: 6
# told: true author crop: counted from the end, which 0 is not
# %% solution-crop
def crop(x, top, left, pad):
    """x (B, C, H, W); top, left (B,) int from 0 to 2 * pad -> (B, C, H, W): a window of each padded picture."""
    H, W = x.shape[2:]
    B, C = x.shape[:2]
    big = x.new_zeros(B, C, H + 2 * pad, W + 2 * pad)
    big[:, :, pad:-pad, pad:-pad] = x
    out = torch.empty_like(x)
    for i in range(B):
        t, l = int(top[i]), int(left[i])
        out[i] = big[i, :, t:t + H, l:l + W]
    return out
