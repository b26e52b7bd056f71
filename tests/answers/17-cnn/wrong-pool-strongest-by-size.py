# because: reads the strongest answer as the one with the largest absolute value: a strongly negative number beats a small positive one
# batch: 5
# told: true author maxpool: largest in size whatever the sign
# %% solution-pool
def maxpool(x, k, stride, pad=0):
    """x (B, C, H, W), windows of k by k -> (B, C, Hout, Wout): the largest number of each window."""
    xp = F.pad(x, (pad, pad, pad, pad))  # a zero is never the strongest
    windows = xp.unfold(2, k, stride).unfold(3, k, stride).flatten(-2)  # (B, C, Hout, Wout, k*k)
    strongest = windows.abs().argmax(-1, keepdim=True)
    return windows.gather(-1, strongest).squeeze(-1)
