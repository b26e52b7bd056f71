# because: torch.func for the gradients, gather and index arithmetic for the pictures, all covers in one batch
# batch: 7
# %% solution-residual
def residual(x, f, shortcut=None):
    """x (B, C, H, W), f: pictures -> pictures; shortcut the same, or None -> the block's output, with the shape of f(x)."""
    branches = (f, shortcut if shortcut is not None else nn.Identity())
    return torch.stack([branch(x) for branch in branches]).sum(0).relu()
# %% solution-norms
def grad_norms(x, weights, skip):
    """x (B, C), weights: d tensors (C, C), skip True or False -> (d,): the norm of each layer's gradient."""
    def loss(ws):
        h = x.detach()
        for w in ws:
            h = int(bool(skip)) * h + torch.tanh(h @ w)
        return h.square().sum() / 2

    grads = torch.func.grad(loss)(tuple(w.detach().clone() for w in weights))
    return torch.stack([torch.linalg.matrix_norm(g) for g in grads])
# %% solution-bn2d
def bn2d(x, gain, bias, running, training, momentum=0.1, eps=1e-5):
    """x (B, C, H, W), gain, bias (C,), running = (mean (C,), var (C,)) -> (out (B, C, H, W), (mean, var))."""
    mean, var = running  # the running ones
    columns = x.movedim(1, 3).flatten(0, 2)  # (n, C), as in notebook 07
    n = columns.shape[0]
    if training:
        s2, mu = torch.var_mean(columns, 0, correction=0)
        mean = torch.lerp(mean, mu, momentum)
        var = torch.lerp(var, s2 * (n / (n - 1)), momentum)
    else:
        mu, s2 = mean, var
    columns = torch.addcmul(bias, gain, (columns - mu) * torch.rsqrt(s2 + eps))
    out = columns.unflatten(0, (x.shape[0], x.shape[2], x.shape[3])).movedim(3, 1)
    return out, (mean, var)
# %% solution-freeze
def freeze(model, but):
    """Freeze all children of the model, parameters and running statistics, but those whose names are in `but`."""
    children = dict(model.named_children())
    free = children.keys() & set(but)
    for name in children.keys() - free:
        children[name].requires_grad_(False).eval()
    for name in free:
        children[name].requires_grad_(True).train()
# %% solution-transplant
def transplant(source, target):
    """source, target: state dicts {name: tensor} -> a state dict with the target's names and shapes."""
    shapes = {name: t.shape for name, t in target.items()}
    fitting = {name: t for name, t in source.items() if shapes.get(name) == t.shape}
    return OrderedDict((name, fitting.get(name, t).clone()) for name, t in target.items())
# %% solution-hflip
def hflip(x, which):
    """x (B, C, H, W), which (B,) bool -> (B, C, H, W): the pictures where it is True are mirrored left to right."""
    W = x.shape[3]
    j = torch.arange(W, device=x.device)
    columns = torch.where(which[:, None], W - 1 - j, j)  # (B, W)
    return x.gather(3, columns[:, None, None, :].expand(x.shape))
# %% solution-crop
def crop(x, top, left, pad):
    """x (B, C, H, W); top, left (B,) int from 0 to 2 * pad -> (B, C, H, W): a window of each padded picture."""
    H, W = x.shape[2:]
    B, C = x.shape[:2]
    padded = F.pad(x, (pad, pad, pad, pad))
    r = top[:, None] + torch.arange(H, device=x.device)
    c = left[:, None] + torch.arange(W, device=x.device)
    rows = padded.gather(2, r[:, None, :, None].expand(B, C, H, padded.shape[3]))
    return rows.gather(3, c[:, None, None, :].expand(B, C, H, W))
# %% solution-mixup
def mixup(x, y, lam, order, K):
    """x (B, C, H, W), y (B,) int below K, lam a number, order (B,) int -> mixed pictures (B, C, H, W), labels (B, K)."""
    e = (y[:, None] == torch.arange(K, device=y.device)).to(x.dtype)
    return tuple(torch.lerp(a[order], a, float(lam)) for a in (x, e))
# %% solution-prepare
def prepare(x, augment, mean, std, training):
    """x (B, C, H, W), augment: pictures -> pictures, mean and std numbers, training True or False -> (B, C, H, W)."""
    return prepare(augment(x), augment, mean, std, False) if training else torch.div(torch.sub(x, mean), std)
# %% solution-saliency
def saliency(model, x, k):
    """model: (B, C, H, W) -> logits (B, K); x (B, C, H, W), k (B,) int -> (B, H, W)."""
    def chosen(pictures):
        logits = model(pictures)
        return torch.where(torch.arange(logits.shape[1], device=k.device) == k[:, None], logits, 0).sum()

    g = torch.func.grad(chosen)(x.detach().clone()).detach()
    return torch.maximum(g.amax(1), -g.amin(1))
# %% solution-cam
def grad_cam(features, head, x, k):
    """features: (B, C, H, W) -> (B, M, h, w); head: that -> logits (B, K); k (B,) int -> (B, h, w)."""
    with torch.no_grad():
        A = features(x).clone()
    logits, pull = torch.func.vjp(head, A)
    (g,) = pull(F.one_hot(k, logits.shape[1]).to(logits.dtype))
    alpha = F.adaptive_avg_pool2d(g.detach(), 1)
    return (alpha * A).sum(1).relu()
# %% solution-occlusion
def occlusion(model, x, k, size):
    """model: pictures -> logits; x (B, C, H, W), k (B,) int -> drops (B, H // size, W // size)."""
    B, C, H, W = x.shape
    drops = x.new_zeros(B, H // size, W // size)
    h, w = H // size, W // size
    squares = torch.eye(h * w, dtype=torch.bool, device=x.device).view(h * w, h, w)
    squares = squares.repeat_interleave(size, 1).repeat_interleave(size, 2)  # (h * w, H, W)
    every = x.detach()[:, None].masked_fill(squares[None, :, None], 0)  # (B, h * w, C, H, W)
    every = torch.cat([x.detach()[:, None], every], 1)
    with torch.no_grad():
        z = model(every.flatten(0, 1)).unflatten(0, (B, h * w + 1))
    z = z[torch.arange(B, device=x.device), :, k]  # (B, h * w + 1)
    drops = (z[:, :1] - z[:, 1:]).view(B, h, w)
    return drops
