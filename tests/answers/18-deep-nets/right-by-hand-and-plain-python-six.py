# because: gradients of the layers by the chain rule written out, plain Python lists for pictures, directional ways of saying the same (jacobians, vjp, state via named_parameters)
# batch: 6
# %% solution-residual
def residual(x, f, shortcut=None):
    """x (B, C, H, W), f: pictures -> pictures; shortcut the same, or None -> the block's output, with the shape of f(x)."""
    total = f(x) + (x if shortcut is None else shortcut(x))
    return (total + total.abs()) / 2
# %% solution-norms
def grad_norms(x, weights, skip):
    """x (B, C), weights: d tensors (C, C), skip True or False -> (d,): the norm of each layer's gradient."""
    with torch.no_grad():
        hs, ts = [x], []
        for w in weights:
            ts.append((hs[-1] @ w).tanh())
            hs.append(ts[-1] + hs[-1] if skip else ts[-1])
        d_h = hs[-1].clone()                      # dL / dh_d
        norms = []
        for w, h, t in zip(reversed(list(weights)), reversed(hs[:-1]), reversed(ts)):
            d_z = d_h * (1 - t * t)
            norms.insert(0, (h.T @ d_z).pow(2).sum().sqrt())
            d_h = d_z @ w.T + (d_h if skip else 0)
        return torch.stack(norms)
# %% solution-bn2d
def bn2d(x, gain, bias, running, training, momentum=0.1, eps=1e-5):
    """x (B, C, H, W), gain, bias (C,), running = (mean (C,), var (C,)) -> (out (B, C, H, W), (mean, var))."""
    mean, var = running  # the running ones
    B, C, H, W = x.shape
    matrix = x.permute(0, 2, 3, 1).reshape(-1, C)     # a row for each pixel: notebook 07's table
    n = matrix.shape[0]
    if training:
        ones = torch.ones(1, n, dtype=x.dtype, device=x.device) / n
        shift = matrix[0].detach()                    # near the mean, so nothing cancels
        mu = (ones @ (matrix - shift))[0] + shift
        centred = matrix - mu
        s2 = (ones @ (centred * centred))[0]
        mean = mean.detach() + momentum * (mu.detach() - mean.detach())
        var = var.detach() + momentum * (s2.detach() * n / (n - 1) - var.detach())
    else:
        centred, s2 = matrix - mean, var
        mean, var = mean.detach() + 0, var.detach() + 0
    table = centred / torch.sqrt(s2 + eps) * gain + bias
    out = table.reshape(B, H, W, C).permute(0, 3, 1, 2)
    return out, (mean, var)
# %% solution-freeze
def freeze(model, but):
    """Freeze all children of the model, parameters and running statistics, but those whose names are in `but`."""
    # first all children off, then the chosen ones on
    children = dict(model.named_children())
    for child in children.values():
        child.eval().requires_grad_(False)
    for name in but:
        if name in children:
            children[name].train().requires_grad_(True)
# %% solution-transplant
def transplant(source, target):
    """source, target: state dicts {name: tensor} -> a state dict with the target's names and shapes."""
    new = {name: tensor.clone() for name, tensor in target.items()}
    for name, tensor in source.items():
        if name in new and tuple(tensor.shape) == tuple(new[name].shape):
            new[name] = tensor.clone()
    return new
# %% solution-hflip
def hflip(x, which):
    """x (B, C, H, W), which (B,) bool -> (B, C, H, W): the pictures where it is True are mirrored left to right."""
    flags = which.tolist()
    pictures = x.tolist()
    for picture, flag in zip(pictures, flags):
        if flag:
            for channel in picture:
                for row in channel:
                    row.reverse()
    return torch.tensor(pictures, dtype=x.dtype, device=x.device)
# %% solution-crop
def crop(x, top, left, pad):
    """x (B, C, H, W); top, left (B,) int from 0 to 2 * pad -> (B, C, H, W): a window of each padded picture."""
    H, W = x.shape[2:]
    result = []
    for picture, t, l in zip(x.tolist(), top.tolist(), left.tolist()):
        planes = []
        for plane in picture:
            empty = [[0.0] * (W + 2 * pad) for _ in range(pad)]
            big = empty + [[0.0] * pad + row + [0.0] * pad for row in plane] + empty
            planes.append([row[l:l + W] for row in big[t:t + H]])
        result.append(planes)
    return torch.tensor(result, dtype=x.dtype, device=x.device)
# %% solution-mixup
def mixup(x, y, lam, order, K):
    """x (B, C, H, W), y (B,) int below K, lam a number, order (B,) int -> mixed pictures (B, C, H, W), labels (B, K)."""
    partners, classes = order.tolist(), y.tolist()
    share = [[lam * (c == a) + (1 - lam) * (c == classes[p]) for c in range(K)] for a, p in zip(classes, partners)]
    pictures = torch.stack([x[i] * lam + x[p] * (1 - lam) for i, p in enumerate(partners)])
    return pictures, torch.tensor(share, dtype=x.dtype, device=x.device)
# %% solution-prepare
def prepare(x, augment, mean, std, training):
    """x (B, C, H, W), augment: pictures -> pictures, mean and std numbers, training True or False -> (B, C, H, W)."""
    steps = [lambda p: p - mean, lambda p: p / std]
    if training:
        steps.insert(0, augment)
    for step in steps:
        x = step(x)
    return x
# %% solution-saliency
def saliency(model, x, k):
    """model: (B, C, H, W) -> logits (B, K); x (B, C, H, W), k (B,) int -> (B, H, W)."""
    with torch.enable_grad():
        own = x.detach().clone().requires_grad_()
        z = model(own)
        start = torch.zeros_like(z)
        start[range(len(x)), k.tolist()] = 1        # dz / dz of the chosen ones
        (g,) = torch.autograd.grad(z, own, grad_outputs=start)
    return torch.maximum(g.amax(1), -g.amin(1))
# %% solution-cam
def grad_cam(features, head, x, k):
    """features: (B, C, H, W) -> (B, M, h, w); head: that -> logits (B, K); k (B,) int -> (B, h, w)."""
    maps = features(x).detach()
    z, pull = torch.func.vjp(head, maps)
    chosen = (torch.arange(z.shape[1], device=z.device) == k[:, None]).to(z.dtype)
    (g,) = pull(chosen)
    B, M, h, w = maps.shape
    alpha = g.detach().reshape(B, M, h * w).sum(2) / (h * w)
    cam = sum(alpha[:, m, None, None] * maps[:, m] for m in range(M))
    return torch.where(cam > 0, cam, torch.zeros_like(cam))
# %% solution-occlusion
def occlusion(model, x, k, size):
    """model: pictures -> logits; x (B, C, H, W), k (B,) int -> drops (B, H // size, W // size)."""
    B, C, H, W = x.shape
    drops = x.new_zeros(B, H // size, W // size)
    rows, columns = torch.arange(H, device=x.device) // size, torch.arange(W, device=x.device) // size
    which_square = rows[:, None] * (W // size) + columns        # (H, W): the number of each pixel's square

    @torch.no_grad()
    def z(pictures):
        logits = model(pictures)
        return torch.stack([logits[b, c] for b, c in enumerate(k.tolist())])

    for number in range((H // size) * (W // size)):
        i, j = divmod(number, W // size)
        drops[:, i, j] = z(x) - z(torch.where(which_square == number, torch.zeros_like(x), x.detach()))
    return drops
