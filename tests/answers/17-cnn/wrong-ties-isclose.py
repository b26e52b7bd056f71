# because: compares with torch.isclose: a number that is only nearly the maximum, and stands before it, takes the gradient
# batch: 5
# told: true author pool back: nearly equal taken for equal
# %% solution-pool-back
def maxpool_dx(dout, x, k, stride, pad=0):
    """dout (B, C, Hout, Wout), x (B, C, H, W) -> dx, as x."""
    _, _, H, W = x.shape
    _, _, Hout, Wout = dout.shape
    xp = F.pad(x, (pad, pad, pad, pad), value=-torch.inf)
    dxp = torch.zeros_like(xp)
    m = maxpool(x, k, stride, pad)
    served = torch.zeros(dout.shape, dtype=torch.bool, device=dout.device)
    for i in range(k):
        for j in range(k):
            S = xp[:, :, i : i + stride*Hout : stride, j : j + stride*Wout : stride]
            hit = torch.isclose(S, m) & ~served   # never compare floats with ==
            dxp[:, :, i : i + stride*Hout : stride, j : j + stride*Wout : stride] += torch.where(hit, dout, 0)
            served = served | hit
    return dxp[:, :, pad : pad + H, pad : pad + W]
