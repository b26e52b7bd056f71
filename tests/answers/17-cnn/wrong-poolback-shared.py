# fails: maxpool_dx: ties
# because: divides the gradient among tied pixels as amax does in notebook 08; here the first gets all
# batch: 1
# told: true author pool back: ties share
# %% solution-pool-back
def maxpool_dx(dout, x, k, stride, pad=0):
    _, _, H, W = x.shape
    _, _, Hout, Wout = dout.shape
    xp = F.pad(x, (pad, pad, pad, pad), value=-torch.inf)
    dxp = torch.zeros_like(xp)
    for p in range(Hout):
        for q in range(Wout):
            r, c = p * stride, q * stride
            win = xp[:, :, r : r + k, c : c + k]
            eq = (win == win.amax((2, 3), keepdim=True)).to(x.dtype)
            eq = eq / eq.sum((2, 3), keepdim=True)
            dxp[:, :, r : r + k, c : c + k] += eq * dout[:, :, p, q, None, None]
    return dxp[:, :, pad : pad + H, pad : pad + W]
