# fails: maxpool_dx: ties
# because: The gradient of a tie is divided among the equal pixels (as amax does); here the first in reading order gets all.
# batch: 2
# told: true author pool back: ties share
# %% solution-pool-back
def maxpool_dx(dout, x, k, stride, pad=0):
    """dout (B, C, Hout, Wout), x (B, C, H, W) -> dx, as x."""
    _, _, H, W = x.shape
    _, _, Hout, Wout = dout.shape
    xp = F.pad(x, (pad, pad, pad, pad), value=-torch.inf)
    dxp = torch.zeros_like(xp)
    for p in range(Hout):
        for q in range(Wout):
            win = xp[:, :, p * stride : p * stride + k, q * stride : q * stride + k]
            won = (win == win.amax((2, 3), keepdim=True)).to(x.dtype)
            share = won / won.sum((2, 3), keepdim=True)
            dxp[:, :, p * stride : p * stride + k, q * stride : q * stride + k] += share * dout[:, :, p : p + 1, q : q + 1]
    return dxp[:, :, pad : pad + H, pad : pad + W]
