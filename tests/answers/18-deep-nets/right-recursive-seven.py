# because: recursion over layers, modules, names and pictures
# batch: 7
# %% solution-residual
def residual(x, f, shortcut=None):
    """x (B, C, H, W), f: pictures -> pictures; shortcut the same, or None -> the block's output, with the shape of f(x)."""
    if shortcut is None:
        return residual(x, f, lambda a: a)
    return F.threshold(shortcut(x) + f(x), 0.0, 0.0)
# %% solution-norms
def grad_norms(x, weights, skip):
    """x (B, C), weights: d tensors (C, C), skip True or False -> (d,): the norm of each layer's gradient."""
    def deeper(h, rest):
        if not rest:
            return h
        t = torch.tanh(h @ rest[0])
        return deeper(h + t if skip else t, rest[1:])

    zeros = [torch.zeros_like(w).requires_grad_() for w in weights]
    h = deeper(x, [w.detach() + z for w, z in zip(weights, zeros)])
    loss = (h * h).sum() / 2
    grads = torch.autograd.grad(loss, zeros)
    return torch.cat([g.reshape(1, -1).norm(dim=1) for g in grads])
# %% solution-bn2d
def bn2d(x, gain, bias, running, training, momentum=0.1, eps=1e-5):
    """x (B, C, H, W), gain, bias (C,), running = (mean (C,), var (C,)) -> (out (B, C, H, W), (mean, var))."""
    mean, var = running  # the running ones
    def along(v):
        return v.reshape(1, -1, 1, 1)

    if not training:
        centred, s2 = x - along(mean), var
        out = along(bias) + along(gain) * centred / along(s2 + eps).sqrt()
    else:
        n = x[:, 0].numel()
        mu = x.mean(3).mean(2).mean(0)
        s2 = (x - along(mu)).pow(2).mean(3).mean(2).mean(0)
        # in use with the batch's own numbers is the same formula
        out, _ = bn2d(x, gain, bias, (mu, s2), False, momentum, eps)
        mean = mean - momentum * (mean - mu)
        var = var - momentum * (var - s2 * n / (n - 1))
    return out, (mean, var)
# %% solution-freeze
def _set_all(module, free):
    """Set the mode and the parameters of this module, then of those inside it."""
    module.training = free
    for p in module._parameters.values():
        if p is not None:
            p.requires_grad_(free)
    for inner in module.children():
        _set_all(inner, free)


def freeze(model, but):
    """Freeze all children of the model, parameters and running statistics, but those whose names are in `but`."""
    names = set(but)
    for name, child in model._modules.items():
        if child is not None:
            _set_all(child, name in names)
# %% solution-transplant
def transplant(source, target):
    """source, target: state dicts {name: tensor} -> a state dict with the target's names and shapes."""
    if not target:
        return {}
    (name, own), *rest = target.items()
    other = source.get(name, own)
    first = {name: torch.clone(other if other.size() == own.size() else own)}
    return first | transplant(source, dict(rest))
# %% solution-hflip
def hflip(x, which):
    """x (B, C, H, W), which (B,) bool -> (B, C, H, W): the pictures where it is True are mirrored left to right."""
    if len(x) == 0:
        return x.clone()
    first = torch.cat([x[:1, :, :, j:j + 1] for j in reversed(range(x.shape[3]))], 3) if which[0] else x[:1]
    return torch.cat([first, hflip(x[1:], which[1:])])
# %% solution-crop
def crop(x, top, left, pad):
    """x (B, C, H, W); top, left (B,) int from 0 to 2 * pad -> (B, C, H, W): a window of each padded picture."""
    H, W = x.shape[2:]
    if len(x) == 0:
        return x.clone()
    one = F.pad(x[:1], (pad, pad, pad, pad)).narrow(2, int(top[0]), H).narrow(3, int(left[0]), W)
    return torch.cat([one, crop(x[1:], top[1:], left[1:], pad)])
# %% solution-mixup
def mixup(x, y, lam, order, K):
    """x (B, C, H, W), y (B,) int below K, lam a number, order (B,) int -> mixed pictures (B, C, H, W), labels (B, K)."""
    if x.dim() == 4:
        labels = mixup(torch.eye(K, dtype=x.dtype, device=x.device)[y], y, lam, order, K)
        return lam * x + (1 - lam) * x.index_select(0, order), labels
    return lam * x + (1 - lam) * x.index_select(0, order)
# %% solution-prepare
def prepare(x, augment, mean, std, training):
    """x (B, C, H, W), augment: pictures -> pictures, mean and std numbers, training True or False -> (B, C, H, W)."""
    from functools import reduce
    steps = [lambda a: a - mean, lambda a: a / std]
    return reduce(lambda a, step: step(a), [augment] * bool(training) + steps, x)
# %% solution-saliency
def saliency(model, x, k):
    """model: (B, C, H, W) -> logits (B, K); x (B, C, H, W), k (B,) int -> (B, H, W)."""
    copy = x.detach().clone().requires_grad_()
    logits = model(copy)
    onehot = torch.zeros_like(logits).scatter_(1, k[:, None], 1)
    (g,) = torch.autograd.grad(logits, copy, grad_outputs=onehot)

    def largest(channels):
        if len(channels) == 1:
            return channels[0].abs()
        return torch.max(channels[0].abs(), largest(channels[1:]))

    return largest(g.unbind(1))
# %% solution-cam
def grad_cam(features, head, x, k):
    """features: (B, C, H, W) -> (B, M, h, w); head: that -> logits (B, K); k (B,) int -> (B, h, w)."""
    maps = features(x).detach().clone().requires_grad_()
    z = head(maps)
    picked = sum(row[i] for row, i in zip(z, k.tolist()))
    g = torch.autograd.grad(picked, maps)[0]

    def add(m):
        if m < 0:
            return torch.zeros_like(g[:, 0])
        return add(m - 1) + g[:, m].mean((1, 2), keepdim=True) * maps[:, m].detach()

    return F.relu(add(g.shape[1] - 1))
# %% solution-occlusion
def occlusion(model, x, k, size):
    """model: pictures -> logits; x (B, C, H, W), k (B,) int -> drops (B, H // size, W // size)."""
    B, C, H, W = x.shape
    drops = x.new_zeros(B, H // size, W // size)
    @torch.no_grad()
    def z(pictures):
        return model(pictures).gather(1, k[:, None]).flatten()

    before = z(x.clone())

    def cover(i, j):
        if i == H // size:
            return
        if j == W // size:
            return cover(i + 1, 0)
        tiles = x.detach().clone().view(B, C, H // size, size, W // size, size)
        tiles[:, :, i, :, j, :] = 0
        drops[:, i, j] = before - z(tiles.view(B, C, H, W))
        cover(i, j + 1)

    cover(0, 0)
    return drops
