# because: recursion instead of loops: over layers, children, names, pictures, channels and squares
# batch: 6
# %% solution-residual
def residual(x, f, shortcut=None):
    """x (B, C, H, W), f: pictures -> pictures; shortcut the same, or None -> the block's output, with the shape of f(x)."""
    if shortcut is None:
        return residual(x, f, lambda same: same)
    return F.threshold(shortcut(x) + f(x), 0, 0)
# %% solution-norms
def grad_norms(x, weights, skip):
    """x (B, C), weights: d tensors (C, C), skip True or False -> (d,): the norm of each layer's gradient."""
    copies = [w.detach().clone().requires_grad_() for w in weights]

    def net(h, ws):
        if not ws:
            return h
        t = torch.tanh(h @ ws[0])
        return net(h + t if skip else t, ws[1:])

    with torch.enable_grad():
        loss = net(x.detach(), copies).square().sum() / 2
        grads = torch.autograd.grad(loss, copies)

    def norms(gs):
        return [] if not gs else [gs[0].flatten().dot(gs[0].flatten()).sqrt()] + norms(gs[1:])

    return torch.stack(norms(list(grads)))
# %% solution-bn2d
def bn2d(x, gain, bias, running, training, momentum=0.1, eps=1e-5):
    """x (B, C, H, W), gain, bias (C,), running = (mean (C,), var (C,)) -> (out (B, C, H, W), (mean, var))."""
    mean, var = running  # the running ones
    if x.shape[1] > 1:
        # split the channels in two, and each half again
        half = x.shape[1] // 2

        def part(s):
            return bn2d(x[:, s], gain[s], bias[s], (mean[s], var[s]), training, momentum, eps)

        out1, (mean1, var1) = part(slice(0, half))
        out2, (mean2, var2) = part(slice(half, None))
        out = torch.cat([out1, out2], dim=1)
        return out, (torch.cat([mean1, mean2]), torch.cat([var1, var2]))
    n = x.numel()
    if training:
        mu = x.mean()
        s2 = (x - mu).square().mean()
        mean = (1 - momentum) * mean.detach() + momentum * mu.detach()
        var = (1 - momentum) * var.detach() + momentum * s2.detach() * (n / (n - 1))
    else:
        mu, s2 = mean, var
        mean, var = mean.detach().clone(), var.detach().clone()
    out = gain * (x - mu) / (s2 + eps).sqrt() + bias
    return out, (mean, var)
# %% solution-freeze
def freeze(model, but):
    """Freeze all children of the model, parameters and running statistics, but those whose names are in `but`."""
    but = set(but)

    def switch(module, free):
        module.training = free
        for p in module.parameters(recurse=False):
            p.requires_grad_(free)
        for inner in module.children():
            switch(inner, free)

    for name, child in model.named_children():
        switch(child, name in but)
# %% solution-transplant
def transplant(source, target):
    """source, target: state dicts {name: tensor} -> a state dict with the target's names and shapes."""
    def build(names):
        if len(names) == 0:
            return {}
        first, *rest = names
        own = target[first]
        theirs = source.get(first, own)
        taken = theirs if theirs.shape == own.shape else own
        return {first: taken.clone(), **build(rest)}

    return build(list(target))
# %% solution-hflip
def hflip(x, which):
    """x (B, C, H, W), which (B,) bool -> (B, C, H, W): the pictures where it is True are mirrored left to right."""
    def mirrored(t):
        W = t.shape[-1]
        if W < 2:
            return t
        return torch.cat([mirrored(t[..., W // 2:]), mirrored(t[..., :W // 2])], dim=-1)

    if len(x) == 0:
        return x.clone()
    first = mirrored(x[:1]) if which[0] else x[:1].clone()
    return torch.cat([first, hflip(x[1:], which[1:])])
# %% solution-crop
def crop(x, top, left, pad):
    """x (B, C, H, W); top, left (B,) int from 0 to 2 * pad -> (B, C, H, W): a window of each padded picture."""
    H, W = x.shape[2:]
    def shift(t, by, dim):
        """Move by one row or column at a time; zeros come in."""
        if by == 0:
            return t
        n = t.shape[dim]
        zeros = torch.zeros_like(t.narrow(dim, 0, 1))
        if by > 0:
            return shift(torch.cat([t.narrow(dim, 1, n - 1), zeros], dim), by - 1, dim)
        return shift(torch.cat([zeros, t.narrow(dim, 0, n - 1)], dim), by + 1, dim)

    if len(x) == 0:
        return x.clone()
    first = shift(shift(x[:1], int(top[0]) - pad, 2), int(left[0]) - pad, 3)
    return torch.cat([first, crop(x[1:], top[1:], left[1:], pad)])
# %% solution-mixup
def mixup(x, y, lam, order, K):
    """x (B, C, H, W), y (B,) int below K, lam a number, order (B,) int -> mixed pictures (B, C, H, W), labels (B, K)."""
    def row(i):
        if i == len(x):
            return [], []
        j = int(order[i])
        own = (torch.arange(K, device=x.device) == y[i]).to(x.dtype)
        other = (torch.arange(K, device=x.device) == y[j]).to(x.dtype)
        pictures, labels = row(i + 1)
        return [lam * x[i] + (1 - lam) * x[j]] + pictures, [lam * own + (1 - lam) * other] + labels

    pictures, labels = row(0)
    return torch.stack(pictures), torch.stack(labels)
# %% solution-prepare
def prepare(x, augment, mean, std, training):
    """x (B, C, H, W), augment: pictures -> pictures, mean and std numbers, training True or False -> (B, C, H, W)."""
    if training:
        return prepare(augment(x), augment, mean, std, False)
    return (x - mean) / std
# %% solution-saliency
def saliency(model, x, k):
    """model: (B, C, H, W) -> logits (B, K); x (B, C, H, W), k (B,) int -> (B, H, W)."""
    if len(x) > 1:
        half = len(x) // 2
        return torch.cat([saliency(model, x[:half], k[:half]), saliency(model, x[half:], k[half:])])
    with torch.enable_grad():
        own = x.detach().clone().requires_grad_()
        g = torch.autograd.grad(model(own)[0, k[0]], own)[0]

    def largest(planes):
        if len(planes) == 1:
            return planes[0]
        return torch.maximum(planes[0], largest(planes[1:]))

    return largest(list(g[0].abs()))[None]
# %% solution-cam
def grad_cam(features, head, x, k):
    """features: (B, C, H, W) -> (B, M, h, w); head: that -> logits (B, K); k (B,) int -> (B, h, w)."""
    if len(x) > 1:
        half = len(x) // 2
        return torch.cat([grad_cam(features, head, x[:half], k[:half]), grad_cam(features, head, x[half:], k[half:])])
    with torch.enable_grad():
        A = features(x).detach().requires_grad_()
        g = torch.autograd.grad(head(A)[0, k[0]], A)[0]

    def total(maps, gradients):
        if len(maps) == 0:
            return 0
        return gradients[0].mean() * maps[0] + total(maps[1:], gradients[1:])

    return F.relu(total(A.detach()[0], g[0]))[None]
# %% solution-occlusion
def occlusion(model, x, k, size):
    """model: pictures -> logits; x (B, C, H, W), k (B,) int -> drops (B, H // size, W // size)."""
    B, C, H, W = x.shape
    drops = x.new_zeros(B, H // size, W // size)
    with torch.no_grad():
        before = model(x).gather(1, k[:, None])[:, 0]

    def cover(squares):
        if not squares:
            return
        i, j = squares[0]
        covered = x.detach().clone()
        covered.narrow(2, i * size, size).narrow(3, j * size, size).zero_()
        with torch.no_grad():
            drops[:, i, j] = before - model(covered).gather(1, k[:, None])[:, 0]
        cover(squares[1:])

    cover([(i, j) for i in range(H // size) for j in range(W // size)])
    return drops
