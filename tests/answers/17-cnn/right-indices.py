# because: right everywhere; flat pixel numbers (index tensors), as_strided windows, index_add / scatter_add instead of slices
# batch: 5
# %% solution-size
def out_shape(size, kernel, stride=1, pad=0):
    """size (H, W), kernel (kh, kw), stride and pad int -> (Hout, Wout): a tuple of two ints."""
    import math
    H, W = size
    kh, kw = kernel
    h = math.floor((H + 2 * pad - kh) / stride + 1)
    w = math.floor((W + 2 * pad - kw) / stride + 1)
    return (h, w)


def pixel_numbers(H, W, kh, kw, stride, device):
    """For a picture of H by W (border included): (places, kh * kw), the number of each pixel of each window."""
    all_pixels = torch.arange(H * W, device=device).reshape(H, W)
    windows = all_pixels.unfold(0, kh, stride).unfold(1, kw, stride)
    return windows.reshape(-1, kh * kw)
# %% solution-correlate
def correlate(x, w):
    """x (H, W), w (kh, kw) -> (H - kh + 1, W - kw + 1): the weighted sum of each window."""
    H, W = x.shape
    kh, kw = w.shape
    out = x.new_zeros(H - kh + 1, W - kw + 1)
    a, b = x.stride()
    windows = x.as_strided((*out.shape, kh, kw), (a, b, a, b), x.storage_offset())
    out.copy_((windows * w).sum(dim=[-1, -2]))
    return out
# %% solution-conv
def conv2d(x, w, b, stride=1, pad=0):
    """x (B, Ci, H, W), w (Co, Ci, kh, kw), b (Co,) -> (B, Co, Hout, Wout)."""
    B, Ci, H, W = x.shape
    Co, _, kh, kw = w.shape
    Hp, Wp = H + 2 * pad, W + 2 * pad
    flat = F.pad(x, [pad] * 4).reshape(B, Ci, Hp * Wp)
    index = pixel_numbers(Hp, Wp, kh, kw, stride, x.device)
    seen = flat[:, :, index]  # (B, Ci, places, kh * kw)
    out = torch.tensordot(seen, w.reshape(Co, Ci, kh * kw), dims=([1, 3], [1, 2]))  # (B, places, Co)
    out = (out + b).movedim(2, 1)
    return out.reshape(B, Co, *out_shape((H, W), (kh, kw), stride, pad))
# %% solution-dw
def conv2d_dw(dout, x, w, stride=1, pad=0):
    """dout (B, Co, Hout, Wout), x (B, Ci, H, W), w (Co, Ci, kh, kw) -> dw, as w, and db (Co,)."""
    B, Ci, H, W = x.shape
    Co, _, kh, kw = w.shape
    Hp, Wp = H + 2 * pad, W + 2 * pad
    seen = F.pad(x, [pad] * 4).reshape(B, Ci, Hp * Wp)[:, :, pixel_numbers(Hp, Wp, kh, kw, stride, x.device)]
    dw = torch.tensordot(dout.reshape(B, Co, -1), seen, dims=([0, 2], [0, 2])).reshape(w.shape)
    # the bias is a weight on a pixel that is always 1
    db = torch.tensordot(dout, torch.ones_like(dout[:, 0]), dims=([0, 2, 3], [0, 1, 2]))
    return dw, db
# %% solution-dx
def conv2d_dx(dout, x, w, stride=1, pad=0):
    """dout (B, Co, Hout, Wout), x (B, Ci, H, W), w (Co, Ci, kh, kw) -> dx, as x."""
    _, _, H, W = x.shape
    _, _, Hout, Wout = dout.shape
    dxp = torch.zeros_like(F.pad(x, (pad, pad, pad, pad)))  # the gradient of the padded picture
    B, Ci, Hp, Wp = dxp.shape
    kh, kw = w.shape[2:]
    index = pixel_numbers(Hp, Wp, kh, kw, stride, x.device)
    owed = torch.tensordot(dout.reshape(B, -1, Hout * Wout), w.flatten(2), dims=([1], [0]))  # (B, places, Ci, kh * kw)
    owed = owed.permute(0, 2, 1, 3).reshape(B, Ci, -1)
    dxp = dxp.reshape(B, Ci, -1).index_add(2, index.reshape(-1), owed)
    return dxp.reshape(B, Ci, Hp, Wp)[:, :, pad : pad + H, pad : pad + W].clone()
# %% solution-pool
def maxpool(x, k, stride, pad=0):
    """x (B, C, H, W), windows of k by k -> (B, C, Hout, Wout): the largest number of each window."""
    B, C, H, W = x.shape
    xp = x.new_full((B, C, H + 2 * pad, W + 2 * pad), float("-inf"))
    xp[:, :, pad : H + pad, pad : W + pad].copy_(x)
    index = pixel_numbers(H + 2 * pad, W + 2 * pad, k, k, stride, x.device)
    best = torch.take_along_dim(xp.flatten(2)[:, :, index], xp.flatten(2)[:, :, index].argmax(3, keepdim=True), 3)
    return best.reshape(B, C, *out_shape((H, W), (k, k), stride, pad))
# %% solution-pool-back
def maxpool_dx(dout, x, k, stride, pad=0):
    """dout (B, C, Hout, Wout), x (B, C, H, W) -> dx, as x."""
    _, _, H, W = x.shape
    _, _, Hout, Wout = dout.shape
    xp = F.pad(x, (pad, pad, pad, pad), value=-torch.inf)
    dxp = torch.zeros_like(xp)
    index = pixel_numbers(xp.shape[2], xp.shape[3], k, k, stride, x.device)  # (places, k * k)
    place = xp.flatten(2)[:, :, index].argmax(-1)  # (B, C, places)
    winner = index[torch.arange(len(index), device=x.device), place]
    dxp = dxp.flatten(2).scatter_add(2, winner, dout.flatten(2)).unflatten(2, tuple(xp.shape[2:]))
    return dxp[:, :, pad : pad + H, pad : pad + W]
# %% solution-gap
def flatten(x):
    """x (B, C, H, W) -> (B, C * H * W)."""
    B, C, H, W = x.shape
    n = torch.arange(C * H * W, device=x.device)
    return x[:, n // (H * W), n // W % H, n % W]


def gap(x):
    """x (B, C, H, W) -> (B, C): the mean of each channel."""
    return x.mean(-1).mean(-1)


def gap_dx(dv, H, W):
    """dv (B, C), the size of the maps -> dx (B, C, H, W)."""
    return torch.stack([torch.stack([dv / (H * W)] * W, -1)] * H, -2)
# %% solution-field
def receptive_field(layers):
    """layers: list of (k, stride), from the picture upwards -> int: pixels along one axis; 1 without layers."""
    # the unit 0 of the top: its first pixel is 0; follow its last one down
    last = 0
    for k, stride in layers[::-1]:
        last = last * stride + k - 1
    return last + 1
# %% solution-count
def parameters(row):
    """One row of a table -> int: how many numbers this layer learns."""
    C, H, W = row.shape
    weights = dict(conv=row.out * C * row.k * row.k, linear=row.out * C * H * W, norm=row.out, pool=0)
    return weights[row.kind] + (row.out if row.bias else 0)
