# because: right everywhere; every output number by itself in nested Python loops (n, o, p, q), plain Python numbers where possible
# batch: 5
# %% solution-size
def out_shape(size, kernel, stride=1, pad=0):
    """size (H, W), kernel (kh, kw), stride and pad int -> (Hout, Wout): a tuple of two ints."""
    answer = []
    for axis in (0, 1):
        length = pad + size[axis] + pad
        places = 0
        begin = 0
        while begin + kernel[axis] <= length:
            places += 1
            begin += stride
        answer.append(places)
    return answer[0], answer[1]
# %% solution-correlate
def correlate(x, w):
    """x (H, W), w (kh, kw) -> (H - kh + 1, W - kw + 1): the weighted sum of each window."""
    H, W = x.shape
    kh, kw = w.shape
    out = x.new_zeros(H - kh + 1, W - kw + 1)
    X, K = x.tolist(), w.tolist()
    for p in range(H - kh + 1):
        for q in range(W - kw + 1):
            total = 0.0
            for i in range(kh):
                for j in range(kw):
                    total += K[i][j] * X[p + i][q + j]
            out[p, q] = total
    return out
# %% solution-conv
def conv2d(x, w, b, stride=1, pad=0):
    """x (B, Ci, H, W), w (Co, Ci, kh, kw), b (Co,) -> (B, Co, Hout, Wout)."""
    B, Ci, H, W = x.shape
    Co, _, kh, kw = w.shape
    big = x.new_zeros(B, Ci, H + 2 * pad, W + 2 * pad)
    big[:, :, pad : pad + H, pad : pad + W] = x
    Hout, Wout = out_shape((H, W), (kh, kw), stride, pad)
    out = x.new_zeros(B, Co, Hout, Wout)
    for n in range(B):
        for o in range(Co):
            for p in range(Hout):
                for q in range(Wout):
                    block = big[n, :, stride * p : stride * p + kh, stride * q : stride * q + kw]
                    out[n, o, p, q] = (block * w[o]).sum() + b[o]
    return out
# %% solution-dw
def conv2d_dw(dout, x, w, stride=1, pad=0):
    """dout (B, Co, Hout, Wout), x (B, Ci, H, W), w (Co, Ci, kh, kw) -> dw, as w, and db (Co,)."""
    B, Co, Hout, Wout = dout.shape
    Ci, H, W = x.shape[1:]
    kh, kw = w.shape[2:]
    big = x.new_zeros(B, Ci, H + 2 * pad, W + 2 * pad)
    big[:, :, pad : pad + H, pad : pad + W] = x
    dw = torch.zeros_like(w)
    db = w.new_zeros(Co)
    for n in range(B):
        for o in range(Co):
            for p in range(Hout):
                for q in range(Wout):
                    block = big[n, :, stride * p : stride * p + kh, stride * q : stride * q + kw]
                    dw[o] += dout[n, o, p, q] * block
                    db[o] += dout[n, o, p, q]
    return dw, db
# %% solution-dx
def conv2d_dx(dout, x, w, stride=1, pad=0):
    """dout (B, Co, Hout, Wout), x (B, Ci, H, W), w (Co, Ci, kh, kw) -> dx, as x."""
    _, _, H, W = x.shape
    _, _, Hout, Wout = dout.shape
    dxp = torch.zeros_like(F.pad(x, (pad, pad, pad, pad)))  # the gradient of the padded picture
    kh, kw = w.shape[2:]
    for n in range(len(dout)):
        for o in range(len(w)):
            for p in range(Hout):
                for q in range(Wout):
                    dxp[n, :, stride * p : stride * p + kh, stride * q : stride * q + kw] += dout[n, o, p, q] * w[o]
    return dxp[:, :, pad : pad + H, pad : pad + W]
# %% solution-pool
def maxpool(x, k, stride, pad=0):
    """x (B, C, H, W), windows of k by k -> (B, C, Hout, Wout): the largest number of each window."""
    B, C, H, W = x.shape
    Hout, Wout = out_shape((H, W), (k, k), stride, pad)
    out = x.new_zeros(B, C, Hout, Wout)
    for p in range(Hout):
        for q in range(Wout):
            # no border at all: the window is cut off at the edges of the picture
            top, left = stride * p - pad, stride * q - pad
            real = x[:, :, max(top, 0) : min(top + k, H), max(left, 0) : min(left + k, W)]
            out[:, :, p, q] = real.amax((2, 3))
    return out
# %% solution-pool-back
def maxpool_dx(dout, x, k, stride, pad=0):
    """dout (B, C, Hout, Wout), x (B, C, H, W) -> dx, as x."""
    _, _, H, W = x.shape
    _, _, Hout, Wout = dout.shape
    xp = F.pad(x, (pad, pad, pad, pad), value=-torch.inf)
    dxp = torch.zeros_like(xp)
    values = xp.tolist()
    for n in range(len(values)):
        for c in range(len(values[n])):
            pixels = values[n][c]
            for p in range(Hout):
                for q in range(Wout):
                    places = [(stride * p + i, stride * q + j) for i in range(k) for j in range(k)]
                    row, col = max(places, key=lambda place: pixels[place[0]][place[1]])  # max keeps the first of equals
                    dxp[n, c, row, col] += dout[n, c, p, q]
    return dxp[:, :, pad : pad + H, pad : pad + W]
# %% solution-gap
def flatten(x):
    """x (B, C, H, W) -> (B, C * H * W)."""
    return torch.stack([torch.cat([row for channel in picture for row in channel]) for picture in x])


def gap(x):
    """x (B, C, H, W) -> (B, C): the mean of each channel."""
    B, C, H, W = x.shape
    v = x.new_zeros(B, C)
    for n in range(B):
        for c in range(C):
            v[n, c] = x[n, c].sum() / (H * W)
    return v


def gap_dx(dv, H, W):
    """dv (B, C), the size of the maps -> dx (B, C, H, W)."""
    B, C = dv.shape
    dx = dv.new_zeros(B, C, H, W)
    for p in range(H):
        for q in range(W):
            dx[:, :, p, q] = dv / (H * W)
    return dx
# %% solution-field
def receptive_field(layers):
    """layers: list of (k, stride), from the picture upwards -> int: pixels along one axis; 1 without layers."""
    # the pixels themselves: the set that one unit sees, layer by layer downwards
    seen = {0}
    for k, stride in reversed(layers):
        seen = {stride * unit + i for unit in seen for i in range(k)}
    return max(seen) - min(seen) + 1
# %% solution-count
def parameters(row):
    """One row of a table -> int: how many numbers this layer learns."""
    C, H, W = row.shape
    count = 0
    if row.kind == "conv":
        for _ in range(row.out):
            count += C * row.k * row.k
            if row.bias:
                count += 1
    elif row.kind == "linear":
        for _ in range(row.out):
            count += C * H * W
            if row.bias:
                count += 1
    elif row.kind == "norm":
        for _ in range(C):
            count += 2
    return count
