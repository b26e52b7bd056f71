# fails: maxpool: windows that overlap
# because: The stride is taken to be k (windows side by side, torch's default), the argument stride is ignored.
# batch: 2
# told: true author maxpool: stride taken for k
# %% solution-pool
def maxpool(x, k, stride, pad=0):
    """x (B, C, H, W), windows of k by k -> (B, C, Hout, Wout): the largest number of each window."""
    xp = F.pad(x, (pad,) * 4, value=float("-inf"))
    rows = xp.unfold(2, k, k).amax(-1)
    return rows.unfold(3, k, k).amax(-1)
