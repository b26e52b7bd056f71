# because: dx as a full correlation of the spread-out dout with the turned kernel; dw as one dilated product per weight
# batch: 1
# %% solution-dx
def conv2d_dx(dout, x, w, stride=1, pad=0):
    _, _, H, W = x.shape
    _, _, Hout, Wout = dout.shape
    dxp = torch.zeros_like(F.pad(x, (pad, pad, pad, pad)))  # the gradient of the padded picture
    kh, kw = w.shape[2:]
    Hp, Wp = dxp.shape[2:]
    spread = dout.new_zeros(*dout.shape[:2], Hp + kh - 1, Wp + kw - 1)
    spread[:, :, kh - 1 : kh - 1 + stride * Hout : stride, kw - 1 : kw - 1 + stride * Wout : stride] = dout
    dxp = torch.einsum("bopqij,ocij->bcpq", spread.unfold(2, kh, 1).unfold(3, kw, 1), w.flip(2, 3))
    return dxp[:, :, pad : pad + H, pad : pad + W]
# %% solution-dw
def conv2d_dw(dout, x, w, stride=1, pad=0):
    xp = F.pad(x, (pad, pad, pad, pad))
    Ho, Wo = dout.shape[2:]
    D = dout.transpose(0, 1).flatten(1)  # (Co, B * places)
    cols = []
    for i in range(w.shape[2]):
        for j in range(w.shape[3]):
            S = xp[:, :, i : i + stride * Ho : stride, j : j + stride * Wo : stride]
            cols.append(D @ S.transpose(0, 1).flatten(1).T)
    dw = torch.stack(cols, -1).reshape(w.shape)
    db = D.sum(1)
    return dw, db
# %% solution-correlate
def correlate(x, w):
    H, W = x.shape
    kh, kw = w.shape
    out = x.new_zeros(H - kh + 1, W - kw + 1)
    windows = x.as_strided((*out.shape, kh, kw), x.stride() * 2, x.storage_offset())
    out = torch.einsum("pqij,ij->pq", windows, w)
    return out
# %% solution-gap
def flatten(x):
    return x.contiguous().view(x.size(0), -1)


def gap(x):
    return flatten(x.transpose(0, 1)).unflatten(1, (x.size(0), -1)).mean(-1).T


def gap_dx(dv, H, W):
    return dv.div(H * W).repeat_interleave(H * W, dim=1).view(*dv.shape, H, W)
# %% solution-pool
def maxpool(x, k, stride, pad=0):
    xp = F.pad(x, (pad, pad, pad, pad), value=-torch.inf)
    # rows and columns one after the other: the maximum of maxima
    return xp.unfold(2, k, stride).amax(-1).unfold(3, k, stride).amax(-1)
