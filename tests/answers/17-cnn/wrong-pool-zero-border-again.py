# fails: maxpool: windows that overlap
# because: The border consists of zeros, which win wherever the picture is negative; it has to be minus infinity.
# batch: 2
# told: true author maxpool: border of zeros
# %% solution-pool
def maxpool(x, k, stride, pad=0):
    """x (B, C, H, W), windows of k by k -> (B, C, Hout, Wout): the largest number of each window."""
    B, C, H, W = x.shape
    xp = F.pad(x, (pad, pad, pad, pad))
    Ho, Wo = (H + 2 * pad - k) // stride + 1, (W + 2 * pad - k) // stride + 1
    out = x.new_zeros(B, C, Ho, Wo)
    for p in range(Ho):
        for q in range(Wo):
            out[:, :, p, q] = xp[:, :, p * stride : p * stride + k, q * stride : q * stride + k].amax((2, 3))
    return out
