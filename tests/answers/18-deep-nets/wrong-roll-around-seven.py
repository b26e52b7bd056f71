# because: shifts with torch.roll and no border: what leaves on one side comes in on the other instead of zeros
# batch: 7
# %% solution-crop
def crop(x, top, left, pad):
    """x (B, C, H, W); top, left (B,) int from 0 to 2 * pad -> (B, C, H, W): a window of each padded picture."""
    H, W = x.shape[2:]
    rows = []
    for img, t, l in zip(x, top, left):
        rows.append(torch.roll(img, shifts=(pad - int(t), pad - int(l)), dims=(1, 2)))
    return torch.stack(rows)
