# fails: maxpool_dx: windows that overlap
# because: assigns dout to the winner with =, so a pixel that wins several windows keeps only the last gradient; they add up
# batch: 1
# told: true author pool back: overwritten place by place
# %% solution-pool-back
def maxpool_dx(dout, x, k, stride, pad=0):
    B, C, H, W = x.shape
    _, _, Hout, Wout = dout.shape
    xp = F.pad(x, (pad, pad, pad, pad), value=-torch.inf)
    dxp = torch.zeros_like(xp)
    for n in range(B):
        for c in range(C):
            for p in range(Hout):
                for q in range(Wout):
                    a = int(xp[n, c, p * stride : p * stride + k, q * stride : q * stride + k].argmax())
                    dxp[n, c, p * stride + a // k, q * stride + a % k] = dout[n, c, p, q]
    return dxp[:, :, pad : pad + H, pad : pad + W]
