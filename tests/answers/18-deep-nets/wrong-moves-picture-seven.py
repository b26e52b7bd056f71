# because: takes top and left as how far the picture moves within the frame, so the window starts at 2 pad - top: the opposite direction
# batch: 7
# %% solution-crop
def crop(x, top, left, pad):
    """x (B, C, H, W); top, left (B,) int from 0 to 2 * pad -> (B, C, H, W): a window of each padded picture."""
    H, W = x.shape[2:]
    padded = F.pad(x, (pad, pad, pad, pad))
    windows = []
    for i in range(x.shape[0]):
        r = 2 * pad - int(top[i])
        c = 2 * pad - int(left[i])
        windows.append(padded[i, :, r:r + H, c:c + W])
    return torch.stack(windows)
