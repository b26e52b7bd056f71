# fails: maxpool_dx: nearly equal
# because: isclose takes numbers a little below the maximum for it
# batch: 4
# told: true author pool back: nearly equal taken for equal
# %% solution-pool-back
def maxpool_dx(dout, x, k, stride, pad=0):
    _, _, H, W = x.shape
    _, _, Hout, Wout = dout.shape
    xp = F.pad(x, (pad, pad, pad, pad), value=-torch.inf)
    dxp = torch.zeros_like(xp)
    out = maxpool(x, k, stride, pad)
    served = torch.zeros_like(out, dtype=torch.bool)
    for i in range(k):
        for j in range(k):
            at = (slice(None), slice(None), slice(i, i + stride * Hout, stride), slice(j, j + stride * Wout, stride))
            win = torch.isclose(xp[at], out) & ~served
            dxp[at] += dout * win
            served |= win
    return dxp[:, :, pad : pad + H, pad : pad + W]
