# fails: maxpool_dx: ties
# because: All pixels that equal the maximum get the whole gradient; of a tie only the first in reading order gets it.
# batch: 2
# told: true author pool back: every tied pixel gets all
# %% solution-pool-back
def maxpool_dx(dout, x, k, stride, pad=0):
    """dout (B, C, Hout, Wout), x (B, C, H, W) -> dx, as x."""
    _, _, H, W = x.shape
    _, _, Hout, Wout = dout.shape
    xp = F.pad(x, (pad, pad, pad, pad), value=-torch.inf)
    dxp = torch.zeros_like(xp)
    for p in range(Hout):
        for q in range(Wout):
            r, c = p * stride, q * stride
            win = xp[:, :, r : r + k, c : c + k]
            top = win.amax((2, 3), keepdim=True)
            dxp[:, :, r : r + k, c : c + k] += (win == top) * dout[:, :, p, q, None, None]
    return dxp[:, :, pad : pad + H, pad : pad + W]
