# fails: maxpool_dx: ties
# because: The positions are walked column by column, so of a tie the first from top to bottom wins; reading order goes row by row.
# batch: 2
# told: true author pool back: columns before rows
# %% solution-pool-back
def maxpool_dx(dout, x, k, stride, pad=0):
    """dout (B, C, Hout, Wout), x (B, C, H, W) -> dx, as x."""
    _, _, H, W = x.shape
    _, _, Hout, Wout = dout.shape
    xp = F.pad(x, (pad, pad, pad, pad), value=-torch.inf)
    dxp = torch.zeros_like(xp)
    top = xp.unfold(2, k, stride).unfold(3, k, stride).amax((-1, -2))
    free = torch.ones_like(dout, dtype=torch.bool)
    for j in range(k):
        for i in range(k):
            here = (slice(None), slice(None), slice(i, i + stride * Hout, stride), slice(j, j + stride * Wout, stride))
            wins = (xp[here] == top) & free
            dxp[here] += wins * dout
            free &= ~wins
    return dxp[:, :, pad : pad + H, pad : pad + W]
