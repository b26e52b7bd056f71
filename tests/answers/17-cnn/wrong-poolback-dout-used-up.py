# fails: maxpool_dx: its arguments afterwards
# because: takes what has been given out of the caller's dout
# batch: 4
# told: true author pool back: what was given is crossed out in dout
# %% solution-pool-back
def maxpool_dx(dout, x, k, stride, pad=0):
    _, _, H, W = x.shape
    _, _, Hout, Wout = dout.shape
    xp = F.pad(x, (pad, pad, pad, pad), value=-torch.inf)
    dxp = torch.zeros_like(xp)
    out = maxpool(x, k, stride, pad)
    for i in range(k):
        for j in range(k):
            at = (slice(None), slice(None), slice(i, i + stride * Hout, stride), slice(j, j + stride * Wout, stride))
            win = xp[at] == out
            part = dout * win
            dxp[at] += part
            dout -= part
    return dxp[:, :, pad : pad + H, pad : pad + W]
