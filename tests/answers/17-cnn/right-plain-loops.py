# because: Four loops over n, o, p, q and plain sums; the border is done by asking whether a pixel lies in the picture.
# batch: 2
# %% solution-correlate
def correlate(x, w):
    """x (H, W), w (kh, kw) -> (H - kh + 1, W - kw + 1): the weighted sum of each window."""
    H, W = x.shape
    kh, kw = w.shape
    out = x.new_zeros(H - kh + 1, W - kw + 1)
    xs, ws = x.tolist(), w.tolist()
    for p in range(H - kh + 1):
        for q in range(W - kw + 1):
            out[p, q] = sum(ws[i][j] * xs[p + i][q + j] for i in range(kh) for j in range(kw))
    return out
# %% solution-conv
def conv2d(x, w, b, stride=1, pad=0):
    """x (B, Ci, H, W), w (Co, Ci, kh, kw), b (Co,) -> (B, Co, Hout, Wout)."""
    B, Ci, H, W = x.shape
    Co, _, kh, kw = w.shape
    Ho, Wo = (H + 2 * pad - kh) // stride + 1, (W + 2 * pad - kw) // stride + 1
    out = x.new_zeros(B, Co, Ho, Wo)
    for p in range(Ho):
        t = p * stride - pad
        i0, i1 = max(0, -t), min(kh, H - t)  # the rows of the kernel that lie on the picture
        for q in range(Wo):
            l = q * stride - pad
            j0, j1 = max(0, -l), min(kw, W - l)
            out[:, :, p, q] = b
            if i0 < i1 and j0 < j1:
                part = x[:, :, t + i0 : t + i1, l + j0 : l + j1]
                out[:, :, p, q] += (part[:, None] * w[:, :, i0:i1, j0:j1]).sum((2, 3, 4))
    return out
# %% solution-gap
def flatten(x):
    """x (B, C, H, W) -> (B, C * H * W)."""
    return torch.cat([x[:, c, h] for c in range(x.shape[1]) for h in range(x.shape[2])], 1)


def gap(x):
    """x (B, C, H, W) -> (B, C): the mean of each channel."""
    total = 0
    for h in range(x.shape[2]):
        for w in range(x.shape[3]):
            total = total + x[:, :, h, w]
    return total / x[0, 0].numel()


def gap_dx(dv, H, W):
    """dv (B, C), the size of the maps -> dx (B, C, H, W)."""
    row = torch.stack([dv / (H * W)] * W, -1)
    return torch.stack([row] * H, 2)
# %% solution-field
def receptive_field(layers):
    """layers: list of (k, stride), from the picture upwards -> int: pixels along one axis; 1 without layers."""
    see = 1
    for k, s in reversed(layers):  # from the top downwards: how many units of the layer below
        see = (see - 1) * s + k
    return see
# %% solution-count
def parameters(row):
    """One row of a table -> int: how many numbers this layer learns."""
    C, H, W = row.shape
    match row.kind:
        case "conv":
            return sum(C * row.k**2 + int(row.bias) for _ in range(row.out))
        case "linear":
            return row.out * (C * H * W + int(row.bias))
        case "norm":
            return C + C
        case _:
            return 0
