# fails: crop
# because: The picture is rolled by top - pad and left - pad, so what leaves on one side comes in on the other; the border must be zeros.
# batch: 2
# told: true author crop: wrapped around
# %% solution-crop
def crop(x, top, left, pad):
    """x (B, C, H, W); top, left (B,) int from 0 to 2 * pad -> (B, C, H, W): a window of each padded picture."""
    H, W = x.shape[2:]
    pictures = []
    for picture, t, l in zip(x, top.tolist(), left.tolist()):
        pictures.append(picture.roll((pad - t, pad - l), dims=(1, 2)))
    return torch.stack(pictures)
