# fails: maxpool_dx: ties
# because: gives the whole gradient to every pixel that equals the maximum; only the first in reading order gets it
# batch: 1
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
            sl = (slice(None), slice(None), slice(p * stride, p * stride + k), slice(q * stride, q * stride + k))
            top = xp[sl].amax((2, 3), keepdim=True)
            dxp[sl] += (xp[sl] == top) * dout[:, :, p : p + 1, q : q + 1]
    return dxp[:, :, pad : pad + H, pad : pad + W]
