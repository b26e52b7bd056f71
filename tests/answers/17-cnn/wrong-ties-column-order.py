# because: walks through the window column by column (j outside, i inside): of a tie the first in column order gets the gradient, not the first in reading order
# batch: 5
# told: true author pool back: columns before rows
# %% solution-pool-back
def maxpool_dx(dout, x, k, stride, pad=0):
    """dout (B, C, Hout, Wout), x (B, C, H, W) -> dx, as x."""
    _, _, H, W = x.shape
    _, _, Hout, Wout = dout.shape
    xp = F.pad(x, (pad, pad, pad, pad), value=-torch.inf)
    dxp = torch.zeros_like(xp)
    top = maxpool(x, k, stride, pad)
    open_ = torch.ones_like(dout, dtype=torch.bool)
    for j in range(k):
        for i in range(k):
            rows, cols = slice(i, i + stride * Hout, stride), slice(j, j + stride * Wout, stride)
            wins = (xp[:, :, rows, cols] == top) & open_
            dxp[:, :, rows, cols] += dout * wins
            open_ &= ~wins
    return dxp[:, :, pad : pad + H, pad : pad + W]
