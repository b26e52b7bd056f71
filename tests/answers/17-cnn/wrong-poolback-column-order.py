# fails: *
# because: walks through the window column by column, so another one of the tied pixels wins; reading order is row by row
# batch: 1
# told: true author pool back: columns before rows
# %% solution-pool-back
def maxpool_dx(dout, x, k, stride, pad=0):
    _, _, H, W = x.shape
    _, _, Hout, Wout = dout.shape
    xp = F.pad(x, (pad, pad, pad, pad), value=-torch.inf)
    dxp = torch.zeros_like(xp)
    top = xp.unfold(2, k, stride).unfold(3, k, stride).amax((-1, -2))
    served = torch.zeros_like(top, dtype=torch.bool)
    for j in range(k):
        for i in range(k):
            sl = (..., slice(i, i + stride * Hout, stride), slice(j, j + stride * Wout, stride))
            wins = (xp[sl] == top) & ~served
            dxp[sl] += wins * dout
            served |= wins
    return dxp[:, :, pad : pad + H, pad : pad + W]
