# because: Slices S_ij everywhere with a small helper class, pooling as a running maximum, the tie broken by windows that were served.
# batch: 2
# %% solution-conv
class Slices:
    """The pixels that each position of a window meets."""

    def __init__(self, H, W, kh, kw, stride):
        self.Ho, self.Wo = (H - kh) // stride + 1, (W - kw) // stride + 1
        self.all = [
            (i, j, (..., slice(i, i + stride * self.Ho, stride), slice(j, j + stride * self.Wo, stride)))
            for i in range(kh) for j in range(kw)
        ]


def conv2d(x, w, b, stride=1, pad=0):
    """x (B, Ci, H, W), w (Co, Ci, kh, kw), b (Co,) -> (B, Co, Hout, Wout)."""
    xp = F.pad(x, (pad, pad, pad, pad))
    s = Slices(*xp.shape[2:], *w.shape[2:], stride)
    terms = [torch.einsum("oc,bcpq->bopq", w[:, :, i, j], xp[at]) for i, j, at in s.all]
    return torch.stack(terms).sum(0) + b.view(-1, 1, 1)
# %% solution-pool
def maxpool(x, k, stride, pad=0):
    """x (B, C, H, W), windows of k by k -> (B, C, Hout, Wout): the largest number of each window."""
    xp = F.pad(x, (pad, pad, pad, pad), value=-torch.inf)
    Ho, Wo = (xp.shape[2] - k) // stride + 1, (xp.shape[3] - k) // stride + 1
    best = None
    for i in range(k):
        for j in range(k):
            S = xp[:, :, i : i + stride * Ho : stride, j : j + stride * Wo : stride]
            best = S if best is None else torch.where(S > best, S, best)
    return best.clone()
# %% solution-pool-back
def maxpool_dx(dout, x, k, stride, pad=0):
    """dout (B, C, Hout, Wout), x (B, C, H, W) -> dx, as x."""
    _, _, H, W = x.shape
    _, _, Hout, Wout = dout.shape
    xp = F.pad(x, (pad, pad, pad, pad), value=-torch.inf)
    dxp = torch.zeros_like(xp)
    at = [(i, j) for i in range(k) for j in range(k)]
    cut = lambda a, i, j: a[:, :, i : i + stride * Hout : stride, j : j + stride * Wout : stride]
    top = torch.stack([cut(xp, i, j) for i, j in at]).amax(0)
    left_over = dout.clone()
    for i, j in at:
        given = left_over * (cut(xp, i, j) == top)
        cut(dxp, i, j).add_(given)
        left_over = left_over.masked_fill(cut(xp, i, j) == top, 0)
    return dxp[:, :, pad : pad + H, pad : pad + W]
# %% solution-gap
def flatten(x):
    """x (B, C, H, W) -> (B, C * H * W)."""
    return x.contiguous().view(len(x), -1)


def gap(x):
    """x (B, C, H, W) -> (B, C): the mean of each channel."""
    return torch.einsum("bchw->bc", x) / (x.shape[-1] * x.shape[-2])


def gap_dx(dv, H, W):
    """dv (B, C), the size of the maps -> dx (B, C, H, W)."""
    return torch.kron((dv / (H * W)).reshape(*dv.shape, 1, 1), dv.new_ones(1, 1, H, W))
# %% solution-count
def parameters(row):
    """One row of a table -> int: how many numbers this layer learns."""
    C, H, W = row.shape
    if row.kind == "pool":
        return 0
    if row.kind == "norm":
        return 2 * row.out
    inputs = C * row.k * row.k if row.kind == "conv" else C * H * W
    return row.out * inputs + row.out * bool(row.bias)
