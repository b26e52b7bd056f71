# because: gives the whole dout to every pixel that equals the maximum of its window, not only to the first
# batch: 5
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
            here = (..., slice(stride * p, stride * p + k), slice(stride * q, stride * q + k))
            mask = xp[here] == xp[here].amax((-2, -1), keepdim=True)
            dxp[here] += mask * dout[:, :, p, q][:, :, None, None]
    return dxp[:, :, pad : pad + H, pad : pad + W]
