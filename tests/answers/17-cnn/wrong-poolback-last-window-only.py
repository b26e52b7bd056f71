# fails: maxpool_dx: windows that overlap
# because: A pixel that wins several windows gets only the gradient of the last one, because it is assigned instead of added.
# batch: 2
# told: true author pool back: overwritten place by place
# %% solution-pool-back
def maxpool_dx(dout, x, k, stride, pad=0):
    """dout (B, C, Hout, Wout), x (B, C, H, W) -> dx, as x."""
    _, _, H, W = x.shape
    _, _, Hout, Wout = dout.shape
    xp = F.pad(x, (pad, pad, pad, pad), value=-torch.inf)
    dxp = torch.zeros_like(xp)
    B, C = x.shape[:2]
    n, c = torch.arange(B)[:, None], torch.arange(C)[None, :]
    for p in range(Hout):
        for q in range(Wout):
            flat = xp[:, :, p * stride : p * stride + k, q * stride : q * stride + k].reshape(B, C, -1)
            at = flat.argmax(-1)
            dxp[n, c, p * stride + at // k, q * stride + at % k] = dout[:, :, p, q]
    return dxp[:, :, pad : pad + H, pad : pad + W]
