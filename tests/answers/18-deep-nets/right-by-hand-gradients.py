# because: Gradients of the stack by hand, occlusion with one large batch, flips and crops by index tables.
# batch: 2
# %% solution-residual
def residual(x, f, shortcut=None):
    """x (B, C, H, W), f: pictures -> pictures; shortcut the same, or None -> the block's output, with the shape of f(x)."""
    skip = shortcut or (lambda a: a)
    return torch.clamp(torch.add(skip(x), f(x)), min=0)
# %% solution-norms
def grad_norms(x, weights, skip):
    """x (B, C), weights: d tensors (C, C), skip True or False -> (d,): the norm of each layer's gradient."""
    with torch.no_grad():
        inputs, bent, h = [], [], x
        for w in weights:
            inputs.append(h)
            bent.append(torch.tanh(h @ w))
            h = bent[-1] + (h if skip else 0)
        dh, norms = h, []
        for w, a, t in zip(weights[::-1], inputs[::-1], bent[::-1]):
            dz = dh * (1 - t * t)
            norms.insert(0, torch.linalg.matrix_norm(a.T @ dz))
            dh = dz @ w.T + (dh if skip else 0)
        return torch.stack(norms)
# %% solution-hflip
def hflip(x, which):
    """x (B, C, H, W), which (B,) bool -> (B, C, H, W): the pictures where it is True are mirrored left to right."""
    W = x.shape[-1]
    here = torch.arange(W, device=x.device)
    columns = torch.where(which[:, None], W - 1 - here, here)  # (B, W)
    return x.gather(3, columns[:, None, None, :].expand(x.shape))
# %% solution-crop
def crop(x, top, left, pad):
    """x (B, C, H, W); top, left (B,) int from 0 to 2 * pad -> (B, C, H, W): a window of each padded picture."""
    H, W = x.shape[2:]
    out = torch.zeros_like(x)
    for i, (t, l) in enumerate(zip(top.tolist(), left.tolist())):
        dy, dx = t - pad, l - pad  # out[r, c] = x[r + dy, c + dx]
        r0, r1, c0, c1 = max(0, -dy), min(H, H - dy), max(0, -dx), min(W, W - dx)
        if r0 < r1 and c0 < c1:
            out[i, :, r0:r1, c0:c1] = x[i, :, r0 + dy : r1 + dy, c0 + dx : c1 + dx]
    return out
# %% solution-occlusion
def occlusion(model, x, k, size):
    """model: pictures -> logits; x (B, C, H, W), k (B,) int -> drops (B, H // size, W // size)."""
    B, C, H, W = x.shape
    drops = x.new_zeros(B, H // size, W // size)
    h, w = H // size, W // size
    tiles = torch.eye(h * w, dtype=torch.bool, device=x.device).reshape(h * w, 1, h, w)
    cover = tiles.repeat_interleave(size, 2).repeat_interleave(size, 3)  # (h w, 1, H, W)
    with torch.no_grad():
        many = x[:, None].masked_fill(cover, 0).reshape(-1, C, H, W)
        z = model(many).gather(1, k.repeat_interleave(h * w)[:, None]).reshape(B, h, w)
        return model(x).gather(1, k[:, None])[:, :, None] - z
# %% solution-prepare
def prepare(x, augment, mean, std, training):
    """x (B, C, H, W), augment: pictures -> pictures, mean and std numbers, training True or False -> (B, C, H, W)."""
    pipeline = [augment] * bool(training) + [lambda a: a - mean, lambda a: a / std]
    for step in pipeline:
        x = step(x)
    return x
