# because: loops over the kernel positions everywhere, functools-like reductions
# batch: 1
# %% solution-conv
def conv2d(x, w, b, stride=1, pad=0):
    xp = F.pad(x, (pad, pad, pad, pad))
    kh, kw = w.shape[2:]
    Ho, Wo = 1 + (xp.shape[2] - kh) // stride, 1 + (xp.shape[3] - kw) // stride
    total = b.view(1, -1, 1, 1).expand(len(x), -1, Ho, Wo).clone()
    for i, j in torch.cartesian_prod(torch.arange(kh), torch.arange(kw)).tolist():
        S = xp[:, :, i::stride, j::stride][:, :, :Ho, :Wo]
        total += (w[:, :, i, j] @ S.flatten(2)).unflatten(2, (Ho, Wo))
    return total
# %% solution-dw
def conv2d_dw(dout, x, w, stride=1, pad=0):
    xp = F.pad(x, (pad, pad, pad, pad))
    dw, db = w.new_zeros(w.shape), w.new_zeros(len(w))
    for n in range(len(x)):
        for p in range(dout.shape[2]):
            for q in range(dout.shape[3]):
                d = dout[n, :, p, q]
                win = xp[n, :, p * stride : p * stride + w.shape[2], q * stride : q * stride + w.shape[3]]
                dw += torch.outer(d, win.flatten()).view_as(w)
                db += d
    return dw, db
# %% solution-pool-back
def maxpool_dx(dout, x, k, stride, pad=0):
    _, _, H, W = x.shape
    _, _, Hout, Wout = dout.shape
    xp = F.pad(x, (pad, pad, pad, pad), value=-torch.inf)
    dxp = torch.zeros_like(xp)
    cut = lambda t, i, j: t[:, :, i : i + stride * Hout : stride, j : j + stride * Wout : stride]
    top = torch.stack([cut(xp, i, j) for i in range(k) for j in range(k)]).amax(0)
    left = dout.clone()  # what has not been given away yet
    for i in range(k):
        for j in range(k):
            gift = torch.where(cut(xp, i, j) == top, left, 0.0)
            cut(dxp, i, j).add_(gift)
            left = torch.where(cut(xp, i, j) == top, 0.0, left)
    return dxp[:, :, pad : pad + H, pad : pad + W]
# %% solution-field
def receptive_field(layers):
    field = 1
    for n in range(len(layers)):
        jump = 1
        for _, s in layers[:n]:
            jump *= s
        field += jump * (layers[n][0] - 1)
    return field
