# because: right everywhere; im2col with F.unfold and F.fold and matrix products, no loop over places or weights
# batch: 5
# %% solution-size
def out_shape(size, kernel, stride=1, pad=0):
    """size (H, W), kernel (kh, kw), stride and pad int -> (Hout, Wout): a tuple of two ints."""
    return tuple(len(range(0, n + 2 * pad - k + 1, stride)) for n, k in zip(size, kernel))
# %% solution-correlate
def correlate(x, w):
    """x (H, W), w (kh, kw) -> (H - kh + 1, W - kw + 1): the weighted sum of each window."""
    H, W = x.shape
    kh, kw = w.shape
    out = x.new_zeros(H - kh + 1, W - kw + 1)
    columns = F.unfold(x[None, None], (kh, kw))[0]  # (kh * kw, places)
    out = (w.reshape(1, -1) @ columns).reshape(out.shape)
    return out
# %% solution-conv
def conv2d(x, w, b, stride=1, pad=0):
    """x (B, Ci, H, W), w (Co, Ci, kh, kw), b (Co,) -> (B, Co, Hout, Wout)."""
    Co, Ci, kh, kw = w.shape
    columns = F.unfold(x, (kh, kw), padding=pad, stride=stride)  # (B, Ci*kh*kw, places)
    out = w.flatten(1) @ columns + b[:, None]
    return out.unflatten(2, out_shape(x.shape[2:], (kh, kw), stride, pad))
# %% solution-dw
def conv2d_dw(dout, x, w, stride=1, pad=0):
    """dout (B, Co, Hout, Wout), x (B, Ci, H, W), w (Co, Ci, kh, kw) -> dw, as w, and db (Co,)."""
    columns = F.unfold(x, w.shape[2:], padding=pad, stride=stride)
    D = dout.flatten(2)  # (B, Co, places)
    dw = torch.bmm(D, columns.mT).sum(0).reshape(w.shape)
    db = D.sum(2).sum(0)
    return dw, db
# %% solution-dx
def conv2d_dx(dout, x, w, stride=1, pad=0):
    """dout (B, Co, Hout, Wout), x (B, Ci, H, W), w (Co, Ci, kh, kw) -> dx, as x."""
    _, _, H, W = x.shape
    _, _, Hout, Wout = dout.shape
    dxp = torch.zeros_like(F.pad(x, (pad, pad, pad, pad)))  # the gradient of the padded picture
    columns = w.flatten(1).T @ dout.flatten(2)
    dxp += F.fold(columns, dxp.shape[2:], tuple(w.shape[2:]), stride=stride)
    return dxp.narrow(2, pad, H).narrow(3, pad, W)
# %% solution-pool
def maxpool(x, k, stride, pad=0):
    """x (B, C, H, W), windows of k by k -> (B, C, Hout, Wout): the largest number of each window."""
    B, C, H, W = x.shape
    xp = F.pad(x, (pad, pad, pad, pad), value=-torch.inf)
    columns = F.unfold(xp, k, stride=stride).unflatten(1, (C, k * k))
    return columns.sort(dim=2, descending=True).values[:, :, 0].unflatten(2, out_shape((H, W), (k, k), stride, pad))
# %% solution-pool-back
def maxpool_dx(dout, x, k, stride, pad=0):
    """dout (B, C, Hout, Wout), x (B, C, H, W) -> dx, as x."""
    _, _, H, W = x.shape
    _, _, Hout, Wout = dout.shape
    xp = F.pad(x, (pad, pad, pad, pad), value=-torch.inf)
    dxp = torch.zeros_like(xp)
    C = x.shape[1]
    columns = F.unfold(xp, k, stride=stride).unflatten(1, (C, k * k))  # (B, C, k*k, places)
    winner = F.one_hot(columns.argmax(2), k * k).mT.to(dout)
    owed = winner * dout.flatten(2).unsqueeze(2)
    dxp = F.fold(owed.flatten(1, 2), xp.shape[2:], k, stride=stride)
    return dxp[:, :, pad : pad + H, pad : pad + W]
# %% solution-gap
def flatten(x):
    """x (B, C, H, W) -> (B, C * H * W)."""
    return x.contiguous().view(x.shape[0], x.shape[1:].numel())


def gap(x):
    """x (B, C, H, W) -> (B, C): the mean of each channel."""
    n = x.shape[2] * x.shape[3]
    return flatten(x).view(-1, n).mm(x.new_full((n, 1), 1 / n)).view(x.shape[:2])


def gap_dx(dv, H, W):
    """dv (B, C), the size of the maps -> dx (B, C, H, W)."""
    return torch.kron(dv.reshape(*dv.shape, 1, 1), dv.new_full((1, 1, H, W), 1 / (H * W)))
# %% solution-field
def receptive_field(layers):
    """layers: list of (k, stride), from the picture upwards -> int: pixels along one axis; 1 without layers."""
    from itertools import accumulate
    from operator import mul

    jumps = accumulate((s for _, s in layers), mul, initial=1)
    return 1 + sum((k - 1) * jump for (k, _), jump in zip(layers, jumps))
# %% solution-count
def parameters(row):
    """One row of a table -> int: how many numbers this layer learns."""
    C, H, W = row.shape
    shapes = {
        "conv": [(row.out, C, row.k, row.k)] + [(row.out,)] * row.bias,
        "linear": [(C * H * W, row.out)] + [(row.out,)] * row.bias,
        "norm": [(C,), (C,)],
        "pool": [],
    }[row.kind]
    return sum(torch.Size(shape).numel() for shape in shapes)
