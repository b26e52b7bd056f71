# fails: maxpool: windows side by side
# because: starts the running maximum at zero, which acts as a ReLU; start at -inf
# batch: 1
# told: true author maxpool: the maximum begins at 0
# %% solution-pool
def maxpool(x, k, stride, pad=0):
    xp = F.pad(x, (pad, pad, pad, pad), value=-torch.inf)
    B, C, H, W = xp.shape
    Ho, Wo = (H - k) // stride + 1, (W - k) // stride + 1
    best = x.new_zeros(B, C, Ho, Wo)
    for i in range(k):
        for j in range(k):
            best = torch.maximum(best, xp[:, :, i : i + stride * Ho : stride, j : j + stride * Wo : stride])
    return best
