# because: Everything by views of sliding windows (Tensor.unfold), gradients scattered by index_add over flat pixel numbers.
# batch: 2
# %% solution-size
def out_shape(size, kernel, stride=1, pad=0):
    """size (H, W), kernel (kh, kw), stride and pad int -> (Hout, Wout): a tuple of two ints."""
    return tuple(len(range(-pad, n + pad - k + 1, stride)) for n, k in zip(size, kernel))
# %% solution-correlate
def correlate(x, w):
    """x (H, W), w (kh, kw) -> (H - kh + 1, W - kw + 1): the weighted sum of each window."""
    H, W = x.shape
    kh, kw = w.shape
    windows = x.unfold(0, kh, 1).unfold(1, kw, 1)
    return torch.einsum("pqij,ij->pq", windows, w)
# %% solution-conv
def conv2d(x, w, b, stride=1, pad=0):
    """x (B, Ci, H, W), w (Co, Ci, kh, kw), b (Co,) -> (B, Co, Hout, Wout)."""
    windows = F.pad(x, (pad, pad, pad, pad)).unfold(2, w.shape[2], stride).unfold(3, w.shape[3], stride)
    return torch.tensordot(windows, w, dims=([1, 4, 5], [1, 2, 3])).add(b).permute(0, 3, 1, 2)
# %% solution-dw
def conv2d_dw(dout, x, w, stride=1, pad=0):
    """dout (B, Co, Hout, Wout), x (B, Ci, H, W), w (Co, Ci, kh, kw) -> dw, as w, and db (Co,)."""
    windows = F.pad(x, (pad, pad, pad, pad)).unfold(2, w.shape[2], stride).unfold(3, w.shape[3], stride)
    return torch.tensordot(dout, windows, dims=([0, 2, 3], [0, 2, 3])), torch.einsum("bopq->o", dout)
# %% solution-dx
def conv2d_dx(dout, x, w, stride=1, pad=0):
    """dout (B, Co, Hout, Wout), x (B, Ci, H, W), w (Co, Ci, kh, kw) -> dx, as x."""
    B, C, H, W = x.shape
    _, _, Hout, Wout = dout.shape
    Hp, Wp = H + 2 * pad, W + 2 * pad
    number = torch.arange(Hp * Wp, device=x.device).reshape(Hp, Wp)
    places = number.unfold(0, w.shape[2], stride).unfold(1, w.shape[3], stride)  # (Hout, Wout, kh, kw)
    gives = torch.einsum("bopq,ocij->bcpqij", dout, w)
    flat = x.new_zeros(B, C, Hp * Wp).index_add(2, places.reshape(-1), gives.reshape(B, C, -1))
    return flat.reshape(B, C, Hp, Wp)[:, :, pad : pad + H, pad : pad + W]
# %% solution-pool
def maxpool(x, k, stride, pad=0):
    """x (B, C, H, W), windows of k by k -> (B, C, Hout, Wout): the largest number of each window."""
    xp = F.pad(x, (pad,) * 4, value=-torch.inf)
    return xp.unfold(3, k, stride).max(-1).values.unfold(2, k, stride).max(-1).values
# %% solution-pool-back
def maxpool_dx(dout, x, k, stride, pad=0):
    """dout (B, C, Hout, Wout), x (B, C, H, W) -> dx, as x."""
    B, C, H, W = x.shape
    xp = F.pad(x, (pad, pad, pad, pad), value=-torch.inf)
    Hp, Wp = xp.shape[2:]
    number = torch.arange(Hp * Wp, device=x.device).reshape(Hp, Wp)
    places = number.unfold(0, k, stride).unfold(1, k, stride).reshape(-1, k * k)
    windows = xp.flatten(2)[:, :, places]  # (B, C, n, k * k)
    first = windows.argmax(-1)
    target = places[torch.arange(len(places), device=x.device), first]
    dxp = torch.zeros_like(xp).flatten(2).scatter_add(2, target, dout.reshape(B, C, -1))
    return dxp.reshape(B, C, Hp, Wp)[:, :, pad : pad + H, pad : pad + W]
