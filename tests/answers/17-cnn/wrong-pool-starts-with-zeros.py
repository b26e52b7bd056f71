# fails: maxpool: windows that overlap
# because: The running maximum begins with zeros, so no output can be negative; it must begin with minus infinity or the first slice.
# batch: 2
# told: true author maxpool: the maximum begins at 0
# %% solution-pool
def maxpool(x, k, stride, pad=0):
    """x (B, C, H, W), windows of k by k -> (B, C, Hout, Wout): the largest number of each window."""
    xp = F.pad(x, (pad, pad, pad, pad), value=-torch.inf)
    B, C, Hp, Wp = xp.shape
    Ho, Wo = (Hp - k) // stride + 1, (Wp - k) // stride + 1
    best = x.new_zeros(B, C, Ho, Wo)
    for i in range(k):
        for j in range(k):
            best = torch.maximum(best, xp[:, :, i : i + stride * Ho : stride, j : j + stride * Wo : stride])
    return best
