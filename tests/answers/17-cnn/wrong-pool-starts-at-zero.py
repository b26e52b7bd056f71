# because: starts the running maximum at 0 instead of -inf: windows that are negative everywhere give 0, with or without padding
# batch: 5
# told: true author maxpool: the maximum begins at 0
# %% solution-pool
def maxpool(x, k, stride, pad=0):
    """x (B, C, H, W), windows of k by k -> (B, C, Hout, Wout): the largest number of each window."""
    B, C, H, W = x.shape
    Hout, Wout = out_shape((H, W), (k, k), stride, pad)
    xp = F.pad(x, (pad, pad, pad, pad), value=-torch.inf)
    best = x.new_zeros(B, C, Hout, Wout)
    for i in range(k):
        for j in range(k):
            S = xp[:, :, i : i + stride * Hout : stride, j : j + stride * Wout : stride]
            best = torch.maximum(best, S)
    return best
