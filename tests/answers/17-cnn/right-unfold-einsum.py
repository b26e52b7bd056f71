# because: windows as views (unfold / as_strided), matrices, scatter_add
# batch: 1
# %% solution-size
def out_shape(size, kernel, stride=1, pad=0):
    return tuple(len(range(0, n + 2 * pad - k + 1, stride)) for n, k in zip(size, kernel))
# %% solution-correlate
def correlate(x, w):
    H, W = x.shape
    kh, kw = w.shape
    out = x.new_zeros(H - kh + 1, W - kw + 1)
    out = torch.tensordot(x.unfold(0, kh, 1).unfold(1, kw, 1), w, dims=2)
    return out
# %% solution-conv
def conv2d(x, w, b, stride=1, pad=0):
    xp = F.pad(x, (pad, pad, pad, pad))
    kh, kw = w.shape[2:]
    win = xp.unfold(2, kh, stride).unfold(3, kw, stride)  # (B, Ci, Ho, Wo, kh, kw)
    B, Ci, Ho, Wo = win.shape[:4]
    rows = win.permute(0, 2, 3, 1, 4, 5).reshape(B * Ho * Wo, -1)
    return torch.addmm(b, rows, w.flatten(1).T).reshape(B, Ho, Wo, -1).permute(0, 3, 1, 2)
# %% solution-dw
def conv2d_dw(dout, x, w, stride=1, pad=0):
    kh, kw = w.shape[2:]
    win = F.pad(x, (pad, pad, pad, pad)).unfold(2, kh, stride).unfold(3, kw, stride)
    dw = torch.tensordot(dout, win, dims=([0, 2, 3], [0, 2, 3]))
    db = torch.einsum("bopq->o", dout)
    return dw, db
# %% solution-dx
def conv2d_dx(dout, x, w, stride=1, pad=0):
    _, _, H, W = x.shape
    _, _, Hout, Wout = dout.shape
    dxp = torch.zeros_like(F.pad(x, (pad, pad, pad, pad)))  # the gradient of the padded picture
    places = torch.arange(dxp.shape[2] * dxp.shape[3], device=x.device).view(dxp.shape[2], -1)
    kh, kw = w.shape[2:]
    where = places.unfold(0, kh, stride).unfold(1, kw, stride).flatten()
    owed = torch.einsum("bopq,ocij->bcpqij", dout, w).flatten(2)
    flat = dxp.flatten(2).index_add(2, where, owed)
    return flat.view_as(dxp)[:, :, pad : pad + H, pad : pad + W]
# %% solution-pool
def maxpool(x, k, stride, pad=0):
    xp = F.pad(x, [pad] * 4, value=-torch.inf)
    return xp.unfold(2, k, stride).unfold(3, k, stride).flatten(-2).max(-1)[0]
# %% solution-pool-back
def maxpool_dx(dout, x, k, stride, pad=0):
    _, _, H, W = x.shape
    _, _, Hout, Wout = dout.shape
    xp = F.pad(x, (pad, pad, pad, pad), value=-torch.inf)
    dxp = torch.zeros_like(xp)
    Wp = xp.shape[3]
    a = xp.unfold(2, k, stride).unfold(3, k, stride).flatten(-2).argmax(-1)
    row = torch.arange(Hout, device=x.device)[:, None] * stride + a // k
    col = torch.arange(Wout, device=x.device) * stride + a % k
    dxp = dxp.flatten(2).scatter_add(2, (row * Wp + col).flatten(2), dout.flatten(2)).view_as(xp)
    return dxp[:, :, pad : pad + H, pad : pad + W]
# %% solution-gap
def flatten(x):
    return torch.stack([torch.cat([m.reshape(-1) for m in one]) for one in x])


def gap(x):
    return torch.einsum("bchw->bc", x) / x[0, 0].numel()


def gap_dx(dv, H, W):
    return torch.einsum("bc,hw->bchw", dv, dv.new_full((H, W), 1 / (H * W)))
# %% solution-field
def receptive_field(layers):
    if not layers:
        return 1
    (k, s), *above = layers
    return (receptive_field(above) - 1) * s + k
# %% solution-count
def parameters(row):
    C, H, W = row.shape
    inputs = {"conv": C * row.k**2, "linear": C * H * W, "norm": 1, "pool": 0}[row.kind]
    return row.out * (inputs + bool(row.bias))
