# because: matrix products, unfold, F.conv2d, hooks and stacked tensors where others index
# batch: 7
# %% solution-residual
def residual(x, f, shortcut=None):
    """x (B, C, H, W), f: pictures -> pictures; shortcut the same, or None -> the block's output, with the shape of f(x)."""
    s = x if shortcut is None else shortcut(x)
    y = torch.add(f(x), s)
    return F.leaky_relu(y, negative_slope=0.0)
# %% solution-norms
def grad_norms(x, weights, skip):
    """x (B, C), weights: d tensors (C, C), skip True or False -> (d,): the norm of each layer's gradient."""
    W = torch.stack([w.detach() for w in weights]).requires_grad_()  # stack copies
    h = x.detach()
    for l in range(W.shape[0]):
        h = torch.einsum("bi,ij->bj", h, W[l]).tanh() + (h if skip else 0)
    (g,) = torch.autograd.grad(torch.linalg.vector_norm(h) ** 2 / 2, W)
    return torch.linalg.vector_norm(g, dim=(1, 2))
# %% solution-bn2d
def bn2d(x, gain, bias, running, training, momentum=0.1, eps=1e-5):
    """x (B, C, H, W), gain, bias (C,), running = (mean (C,), var (C,)) -> (out (B, C, H, W), (mean, var))."""
    mean, var = running  # the running ones
    B, C, H, W = x.shape
    flat = x.transpose(0, 1).reshape(C, -1)  # (C, n)
    n = flat.shape[1]
    ones = flat.new_ones(n, 1)
    if training:
        mu = flat @ ones / n
        centred = flat - mu
        power = torch.bmm(centred[:, None, :], centred[:, :, None]).view(C)  # sum of squares
        mean = torch.stack([mean, mu.detach()[:, 0]], 1) @ x.new_tensor([1 - momentum, momentum])
        new = (power / (n - 1)).detach()
        var = torch.stack([var, new], 1) @ x.new_tensor([1 - momentum, momentum])
        scale = gain / (power / n + eps).sqrt()
    else:
        centred = flat - mean[:, None]
        scale = gain / (var + eps).sqrt()
    out = (centred * scale[:, None] + bias[:, None]).view(C, B, H, W).transpose(0, 1)
    return out, (mean, var)
# %% solution-freeze
def freeze(model, but):
    """Freeze all children of the model, parameters and running statistics, but those whose names are in `but`."""
    def switch(free):
        def one(module):
            module.train(free)
            for p in module.parameters(recurse=False):
                p.requires_grad_(free)
        return one

    for name, child in model.named_children():
        child.apply(switch(any(name == b for b in but)))
# %% solution-transplant
def transplant(source, target):
    """source, target: state dicts {name: tensor} -> a state dict with the target's names and shapes."""
    new = {name: torch.empty_like(t).copy_(t) for name, t in target.items()}
    common = [name for name in source.keys() & target.keys() if tuple(source[name].shape) == tuple(target[name].shape)]
    new.update({name: torch.empty_like(source[name]).copy_(source[name]) for name in common})
    return new
# %% solution-hflip
def hflip(x, which):
    """x (B, C, H, W), which (B,) bool -> (B, C, H, W): the pictures where it is True are mirrored left to right."""
    both = torch.stack([x, x[..., torch.arange(x.shape[-1] - 1, -1, -1, device=x.device)]])  # (2, B, C, H, W)
    return both[which.long(), torch.arange(x.shape[0], device=x.device)]
# %% solution-crop
def crop(x, top, left, pad):
    """x (B, C, H, W); top, left (B,) int from 0 to 2 * pad -> (B, C, H, W): a window of each padded picture."""
    H, W = x.shape[2:]
    windows = F.pad(x, (pad,) * 4).unfold(2, H, 1).unfold(3, W, 1)  # (B, C, 2 pad + 1, 2 pad + 1, H, W)
    return windows[torch.arange(len(x), device=x.device), :, top, left].contiguous()
# %% solution-mixup
def mixup(x, y, lam, order, K):
    """x (B, C, H, W), y (B,) int below K, lam a number, order (B,) int -> mixed pictures (B, C, H, W), labels (B, K)."""
    B = len(y)
    who = torch.eye(B, dtype=x.dtype, device=x.device)
    share = lam * who + (1 - lam) * who[order]  # (B, B): how much of each is in each
    labels = x.new_zeros(B, K)
    labels.scatter_add_(1, y[:, None], torch.full((B, 1), float(lam), dtype=x.dtype, device=x.device))
    labels.scatter_add_(1, y[order][:, None], torch.full((B, 1), 1 - float(lam), dtype=x.dtype, device=x.device))
    return torch.tensordot(share, x, dims=1), labels
# %% solution-prepare
def prepare(x, augment, mean, std, training):
    """x (B, C, H, W), augment: pictures -> pictures, mean and std numbers, training True or False -> (B, C, H, W)."""
    x = {True: augment, False: torch.clone}[bool(training)](x)
    return (x - mean).true_divide(std)
# %% solution-saliency
def saliency(model, x, k):
    """model: (B, C, H, W) -> logits (B, K); x (B, C, H, W), k (B,) int -> (B, H, W)."""
    copy = x.detach().clone()
    _, g = torch.autograd.functional.vjp(lambda p: model(p).take_along_dim(k[:, None], 1).sum(), copy)
    return torch.linalg.vector_norm(g, ord=float("inf"), dim=1)
# %% solution-cam
def grad_cam(features, head, x, k):
    """features: (B, C, H, W) -> (B, M, h, w); head: that -> logits (B, K); k (B,) int -> (B, h, w)."""
    with torch.no_grad():
        A = features(x)
    A = A.clone()
    M = A.shape[1]
    _, g = torch.autograd.functional.vjp(lambda maps: head(maps).take_along_dim(k[:, None], 1).sum(), A)
    alpha = g.flatten(2).mean(2)  # (B, M)
    cam = torch.bmm(alpha[:, None, :], A.flatten(2))[:, 0]  # (B, h * w)
    return cam.unflatten(1, A.shape[2:]).relu()
# %% solution-occlusion
def occlusion(model, x, k, size):
    """model: pictures -> logits; x (B, C, H, W), k (B,) int -> drops (B, H // size, W // size)."""
    B, C, H, W = x.shape
    drops = x.new_zeros(B, H // size, W // size)
    with torch.no_grad():
        b = torch.arange(B, device=x.device)
        z0 = model(x.clone())[b, k]
        for n in range(drops[0].numel()):
            spot = torch.zeros_like(drops[0]).flatten()
            spot[n] = 1
            mask = F.interpolate(spot.view(1, 1, H // size, W // size), scale_factor=size, mode="nearest")
            z1 = model(torch.where(mask > 0, torch.zeros_like(x), x))[b, k]
            drops.view(B, -1)[:, n] = z0 - z1
    return drops
