# because: loops over pictures, channels and pixels, gradients of the stack by hand, flags set one by one
# batch: 7
# %% solution-residual
def residual(x, f, shortcut=None):
    """x (B, C, H, W), f: pictures -> pictures; shortcut the same, or None -> the block's output, with the shape of f(x)."""
    total = f(x) + (x if shortcut is None else shortcut(x))
    return total.masked_fill(total <= 0, 0)
# %% solution-norms
def grad_norms(x, weights, skip):
    """x (B, C), weights: d tensors (C, C), skip True or False -> (d,): the norm of each layer's gradient."""
    with torch.no_grad():
        inputs, tanhs, h = [], [], x
        for w in weights:
            inputs.append(h)
            t = torch.tanh(h @ w)
            tanhs.append(t)
            h = h + t if skip else t
        norms = x.new_zeros(len(weights))
        delta = h  # dL/dh_d
        for l in range(len(weights) - 1, -1, -1):
            inner = delta * (1 - tanhs[l] ** 2)
            norms[l] = (inputs[l].T @ inner).square().sum() ** 0.5
            back = inner @ weights[l].T
            delta = delta + back if skip else back
    return norms
# %% solution-bn2d
def bn2d(x, gain, bias, running, training, momentum=0.1, eps=1e-5):
    """x (B, C, H, W), gain, bias (C,), running = (mean (C,), var (C,)) -> (out (B, C, H, W), (mean, var))."""
    mean, var = running  # the running ones
    B, C, H, W = x.shape
    n = B * H * W
    planes, new_mean, new_var = [], [], []
    for c in range(C):
        plane = x[:, c]
        mu, s2 = mean[c], var[c]
        if training:
            mu = plane.sum() / n
            s2 = ((plane - mu) ** 2).sum() / n
        planes.append(gain[c] * ((plane - mu) / (s2 + eps) ** 0.5) + bias[c])
        if training:
            new_mean.append(((1 - momentum) * mean[c] + momentum * mu).detach())
            new_var.append(((1 - momentum) * var[c] + momentum * s2 * n / (n - 1)).detach())
    out = torch.stack(planes, 1)
    if training:
        mean, var = torch.stack(new_mean), torch.stack(new_var)
    return out, (mean, var)
# %% solution-freeze
def freeze(model, but):
    """Freeze all children of the model, parameters and running statistics, but those whose names are in `but`."""
    for name, child in model.named_children():
        free = False
        for wanted in but:
            if wanted == name:
                free = True
        for p in child.parameters():
            p.requires_grad = free
        for m in child.modules():
            m.training = free
# %% solution-transplant
def transplant(source, target):
    """source, target: state dicts {name: tensor} -> a state dict with the target's names and shapes."""
    out = {}
    for name in target:
        chosen = target[name]
        if name in source:
            a, b = list(source[name].shape), list(chosen.shape)
            if a == b:
                chosen = source[name]
        out[name] = chosen.clone()
    return out
# %% solution-hflip
def hflip(x, which):
    """x (B, C, H, W), which (B,) bool -> (B, C, H, W): the pictures where it is True are mirrored left to right."""
    W = x.shape[3]
    out = x.clone()
    for i, turn in enumerate(which.tolist()):
        if turn:
            for j in range(W):
                out[i, :, :, j] = x[i, :, :, W - 1 - j]
    return out
# %% solution-crop
def crop(x, top, left, pad):
    """x (B, C, H, W); top, left (B,) int from 0 to 2 * pad -> (B, C, H, W): a window of each padded picture."""
    H, W = x.shape[2:]
    out = torch.zeros_like(x)
    for i in range(len(x)):
        for r in range(H):
            for c in range(W):
                from_r, from_c = r + int(top[i]) - pad, c + int(left[i]) - pad
                if 0 <= from_r < H and 0 <= from_c < W:
                    out[i, :, r, c] = x[i, :, from_r, from_c]
    return out
# %% solution-mixup
def mixup(x, y, lam, order, K):
    """x (B, C, H, W), y (B,) int below K, lam a number, order (B,) int -> mixed pictures (B, C, H, W), labels (B, K)."""
    pictures, labels = torch.zeros_like(x), x.new_zeros(len(y), K)
    for i, j in enumerate(order.tolist()):
        pictures[i] = lam * x[i] + (1 - lam) * x[j]
        labels[i, int(y[i])] += lam
        labels[i, int(y[j])] += 1 - lam
    return pictures, labels
# %% solution-prepare
def prepare(x, augment, mean, std, training):
    """x (B, C, H, W), augment: pictures -> pictures, mean and std numbers, training True or False -> (B, C, H, W)."""
    pictures = augment(x) if training else x
    return torch.stack([(p - mean) / std for p in pictures])
# %% solution-saliency
def saliency(model, x, k):
    """model: (B, C, H, W) -> logits (B, K); x (B, C, H, W), k (B,) int -> (B, H, W)."""
    rows = []
    for b in range(len(x)):
        one = x[b:b + 1].detach().clone().requires_grad_()
        (g,) = torch.autograd.grad(model(one)[0, int(k[b])], one)
        best = g[0, 0].abs()
        for channel in g[0, 1:]:
            best = torch.maximum(best, channel.abs())
        rows.append(best)
    return torch.stack(rows)
# %% solution-cam
def grad_cam(features, head, x, k):
    """features: (B, C, H, W) -> (B, M, h, w); head: that -> logits (B, K); k (B,) int -> (B, h, w)."""
    cams = []
    for b in range(len(x)):
        with torch.no_grad():
            maps = features(x[b:b + 1])
        maps = maps.clone().requires_grad_()
        (g,) = torch.autograd.grad(head(maps)[0, int(k[b])], maps)
        total = 0
        for m in range(maps.shape[1]):
            total = total + g[0, m].mean() * maps[0, m].detach()
        cams.append(total.clamp(min=0))
    return torch.stack(cams)
# %% solution-occlusion
def occlusion(model, x, k, size):
    """model: pictures -> logits; x (B, C, H, W), k (B,) int -> drops (B, H // size, W // size)."""
    B, C, H, W = x.shape
    drops = x.new_zeros(B, H // size, W // size)
    with torch.no_grad():
        for b in range(B):
            before = model(x[b:b + 1].clone())[0, int(k[b])]
            for i in range(H // size):
                for j in range(W // size):
                    one = x[b:b + 1].clone()
                    for r in range(size):
                        for c in range(size):
                            one[0, :, i * size + r, j * size + c] = 0
                    drops[b, i, j] = before - model(one)[0, int(k[b])]
    return drops
