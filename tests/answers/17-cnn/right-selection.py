# because: right everywhere; 0/1 selection tensors (output place, kernel place, pixel) that hold stride and padding, one einsum for each of the three convolution passes; recursion for the pooling and the field
# batch: 5
# %% solution-size
def out_shape(size, kernel, stride=1, pad=0):
    """size (H, W), kernel (kh, kw), stride and pad int -> (Hout, Wout): a tuple of two ints."""
    return tuple(divmod(n + 2 * pad - k, stride)[0] + 1 for n, k in zip(size, kernel))


def selection(n, k, stride, pad, like):
    """(places, k, n): 1 where the kernel's place i at output place p lies on pixel y; a border pixel is on none."""
    places = out_shape((n, n), (k, k), stride, pad)[0]
    p = torch.arange(places, device=like.device).view(-1, 1, 1)
    i = torch.arange(k, device=like.device).view(1, -1, 1)
    y = torch.arange(n, device=like.device).view(1, 1, -1)
    return (stride * p + i - pad == y).to(like.dtype)
# %% solution-correlate
def correlate(x, w):
    """x (H, W), w (kh, kw) -> (H - kh + 1, W - kw + 1): the weighted sum of each window."""
    H, W = x.shape
    kh, kw = w.shape
    out = x.new_zeros(H - kh + 1, W - kw + 1)
    # one big matrix (places, pixels), as a linear layer with shared weights would have
    matrix = torch.einsum("piy,qjx,ij->pqyx", selection(H, kh, 1, 0, x), selection(W, kw, 1, 0, x), w)
    out = out + torch.tensordot(matrix, x, dims=2)
    return out
# %% solution-conv
def conv2d(x, w, b, stride=1, pad=0):
    """x (B, Ci, H, W), w (Co, Ci, kh, kw), b (Co,) -> (B, Co, Hout, Wout)."""
    R = selection(x.shape[2], w.shape[2], stride, pad, x)
    S = selection(x.shape[3], w.shape[3], stride, pad, x)
    return torch.einsum("ncyx,piy,qjx,ocij->nopq", x, R, S, w) + b.reshape(-1, 1, 1)
# %% solution-dw
def conv2d_dw(dout, x, w, stride=1, pad=0):
    """dout (B, Co, Hout, Wout), x (B, Ci, H, W), w (Co, Ci, kh, kw) -> dw, as w, and db (Co,)."""
    R = selection(x.shape[2], w.shape[2], stride, pad, x)
    S = selection(x.shape[3], w.shape[3], stride, pad, x)
    dw = torch.einsum("ncyx,piy,qjx,nopq->ocij", x, R, S, dout)
    db = torch.einsum("nopq->o", dout)
    return dw, db
# %% solution-dx
def conv2d_dx(dout, x, w, stride=1, pad=0):
    """dout (B, Co, Hout, Wout), x (B, Ci, H, W), w (Co, Ci, kh, kw) -> dx, as x."""
    _, _, H, W = x.shape
    _, _, Hout, Wout = dout.shape
    # no border is needed: its pixels are in no selection
    R = selection(H, w.shape[2], stride, pad, x)
    S = selection(W, w.shape[3], stride, pad, x)
    return torch.einsum("nopq,ocij,piy,qjx->ncyx", dout, w, R, S)
# %% solution-pool
def maxpool(x, k, stride, pad=0):
    """x (B, C, H, W), windows of k by k -> (B, C, Hout, Wout): the largest number of each window."""
    xp = F.pad(x, (pad, pad, pad, pad), value=-torch.inf)

    def along(t, axis, width):
        """Running maximum of `width` neighbours, by recursion: halves of a window."""
        if width == 1:
            return t
        half = width // 2
        left, rest = along(t, axis, half), along(t, axis, width - half)
        n = t.shape[axis] - width + 1
        return torch.maximum(left.narrow(axis, 0, n), rest.narrow(axis, half, n))

    return along(along(xp, 3, k), 2, k)[:, :, ::stride, ::stride]
# %% solution-pool-back
def maxpool_dx(dout, x, k, stride, pad=0):
    """dout (B, C, Hout, Wout), x (B, C, H, W) -> dx, as x."""
    _, _, H, W = x.shape
    _, _, Hout, Wout = dout.shape
    xp = F.pad(x, (pad, pad, pad, pad), value=-torch.inf)
    dxp = torch.zeros_like(xp)
    top = maxpool(x, k, stride, pad)
    # backwards through the window: a later position writes first, an earlier equal one takes it away
    winner = torch.full(dout.shape, -1, device=dout.device)
    for number in reversed(range(k * k)):
        i, j = divmod(number, k)
        winner[xp[:, :, i:, j:][:, :, ::stride, ::stride][:, :, :Hout, :Wout] == top] = number
    for number in range(k * k):
        i, j = divmod(number, k)
        dxp[:, :, i:, j:][:, :, ::stride, ::stride][:, :, :Hout, :Wout] += dout.masked_fill(winner != number, 0)
    return dxp[:, :, pad : pad + H, pad : pad + W]
# %% solution-gap
def flatten(x):
    """x (B, C, H, W) -> (B, C * H * W)."""
    return torch.cat([torch.cat(c.unbind(1), 1) for c in x.unbind(1)], 1)


def gap(x):
    """x (B, C, H, W) -> (B, C): the mean of each channel."""
    return torch.einsum("ncpq->nc", x) / x[0, 0].numel()


def gap_dx(dv, H, W):
    """dv (B, C), the size of the maps -> dx (B, C, H, W)."""
    return torch.einsum("nc,pq->ncpq", dv, dv.new_ones(H, W)).div(H).div(W)
# %% solution-field
def receptive_field(layers):
    """layers: list of (k, stride), from the picture upwards -> int: pixels along one axis; 1 without layers."""
    if not layers:
        return 1
    (k, stride), *above = layers
    return (receptive_field(above) - 1) * stride + k
# %% solution-count
def parameters(row):
    """One row of a table -> int: how many numbers this layer learns."""
    C, H, W = row.shape
    match row.kind:
        case "pool":
            return 0
        case "norm":
            return C + C
        case "conv":
            inputs = C * row.k**2
        case "linear":
            inputs = C * H * W
    return (inputs + row.bias) * row.out
