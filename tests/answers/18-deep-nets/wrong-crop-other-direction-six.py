# because: puts the picture at (top, left) of the big zero canvas and cuts out the middle: the picture moves the opposite way
# batch: 6
# told: true author crop: moved the other way
# %% solution-crop
def crop(x, top, left, pad):
    """x (B, C, H, W); top, left (B,) int from 0 to 2 * pad -> (B, C, H, W): a window of each padded picture."""
    H, W = x.shape[2:]
    canvas = x.new_zeros(len(x), x.shape[1], H + 2 * pad, W + 2 * pad)
    for b, (t, l) in enumerate(zip(top.tolist(), left.tolist())):
        canvas[b, :, t:t + H, l:l + W] = x[b]
    return canvas[:, :, pad:pad + H, pad:pad + W].clone()
