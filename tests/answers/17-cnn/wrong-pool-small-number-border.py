# fails: *
# because: The border is a number that seems small enough (-1e9); a picture may lie below it, only minus infinity never wins.
# batch: 2
# told: true author maxpool: a small number for the border
# %% solution-pool
def maxpool(x, k, stride, pad=0):
    """x (B, C, H, W), windows of k by k -> (B, C, Hout, Wout): the largest number of each window."""
    xp = F.pad(x, (pad, pad, pad, pad), value=-1e9)
    windows = xp.unfold(2, k, stride).unfold(3, k, stride)
    return windows.amax((-1, -2))
