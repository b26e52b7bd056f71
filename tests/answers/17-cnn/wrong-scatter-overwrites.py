# because: uses scatter_ instead of scatter_add_: a pixel that wins several windows gets the gradient of one of them only
# batch: 5
# told: true author pool back: overwritten place by place
# %% solution-pool-back
def maxpool_dx(dout, x, k, stride, pad=0):
    """dout (B, C, Hout, Wout), x (B, C, H, W) -> dx, as x."""
    _, _, H, W = x.shape
    _, _, Hout, Wout = dout.shape
    xp = F.pad(x, (pad, pad, pad, pad), value=-torch.inf)
    dxp = torch.zeros_like(xp)
    Wp = xp.shape[3]
    win = xp.unfold(2, k, stride).unfold(3, k, stride).flatten(4).argmax(-1)
    r = torch.arange(Hout, device=x.device).view(-1, 1) * stride + win // k
    c = torch.arange(Wout, device=x.device).view(1, -1) * stride + win % k
    flat = dxp.flatten(2)
    flat.scatter_(2, (r * Wp + c).flatten(2), dout.flatten(2))
    dxp = flat.view_as(xp)
    return dxp[:, :, pad : pad + H, pad : pad + W]
