# because: plain loops over every index, nothing vectorised
# batch: 1
# %% solution-size
def out_shape(size, kernel, stride=1, pad=0):
    def places(n, k):
        count, start = 0, -pad
        while start + k <= n + pad:
            count, start = count + 1, start + stride
        return count

    return places(size[0], kernel[0]), places(size[1], kernel[1])
# %% solution-correlate
def correlate(x, w):
    H, W = x.shape
    kh, kw = w.shape
    out = x.new_zeros(H - kh + 1, W - kw + 1)
    for i in range(kh):
        for j in range(kw):
            out = out + w[i, j] * x[i : H - kh + 1 + i, j : W - kw + 1 + j]
    return out
# %% solution-conv
def conv2d(x, w, b, stride=1, pad=0):
    B, Ci, H, W = x.shape
    Co, _, kh, kw = w.shape
    Ho, Wo = (H + 2 * pad - kh) // stride + 1, (W + 2 * pad - kw) // stride + 1
    big = x.new_zeros(B, Ci, H + 2 * pad, W + 2 * pad)
    big[:, :, pad : pad + H, pad : pad + W] = x
    out = x.new_empty(B, Co, Ho, Wo)
    for o in range(Co):
        for p in range(Ho):
            for q in range(Wo):
                r, c = p * stride, q * stride
                out[:, o, p, q] = b[o] + (big[:, :, r : r + kh, c : c + kw] * w[o]).sum((1, 2, 3))
    return out
# %% solution-pool
def maxpool(x, k, stride, pad=0):
    # no border at all: each window is cut off at the picture's edge
    B, C, H, W = x.shape
    Ho, Wo = (H + 2 * pad - k) // stride + 1, (W + 2 * pad - k) // stride + 1
    rows = []
    for p in range(Ho):
        r = p * stride - pad
        row = []
        for q in range(Wo):
            c = q * stride - pad
            row.append(x[:, :, max(r, 0) : r + k, max(c, 0) : c + k].amax((2, 3)))
        rows.append(torch.stack(row, -1))
    return torch.stack(rows, -2)
# %% solution-pool-back
def maxpool_dx(dout, x, k, stride, pad=0):
    _, _, H, W = x.shape
    _, _, Hout, Wout = dout.shape
    xp = F.pad(x, (pad, pad, pad, pad), value=-torch.inf)
    dxp = torch.zeros_like(xp)
    for p in range(Hout):
        for q in range(Wout):
            r, c = p * stride, q * stride
            win = xp[:, :, r : r + k, c : c + k].flatten(2)
            one = F.one_hot(win.argmax(-1), k * k).to(x.dtype) * dout[:, :, p, q, None]
            dxp[:, :, r : r + k, c : c + k] += one.unflatten(2, (k, k))
    return dxp[:, :, pad : pad + H, pad : pad + W]
# %% solution-field
def receptive_field(layers):
    # the pixels first and last seen by unit 0 and so on, from the top downwards
    lo, hi = 0, 0
    for k, s in reversed(layers):
        lo, hi = lo * s, hi * s + k - 1
    return hi - lo + 1
# %% solution-count
def parameters(row):
    C, H, W = row.shape
    made = []
    if row.kind == "conv":
        made.append(torch.empty(row.out, C, row.k, row.k, device="meta"))
    elif row.kind == "linear":
        made.append(torch.empty(C * H * W, row.out, device="meta"))
    elif row.kind == "norm":
        made.append(torch.empty(C, device="meta"))
    if row.bias:
        made.append(torch.empty(row.out, device="meta"))
    return sum(t.numel() for t in made)
