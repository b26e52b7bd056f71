# because: everything in explicit Python loops, picture by picture and channel by channel
# batch: 6
# %% solution-residual
def residual(x, f, shortcut=None):
    """x (B, C, H, W), f: pictures -> pictures; shortcut the same, or None -> the block's output, with the shape of f(x)."""
    skip = x
    if shortcut is not None:
        skip = shortcut(x)
    added = f(x)
    pictures = []
    for s, a in zip(skip, added):
        total = s + a
        pictures.append(total * (total > 0))
    return torch.stack(pictures)
# %% solution-norms
def grad_norms(x, weights, skip):
    """x (B, C), weights: d tensors (C, C), skip True or False -> (d,): the norm of each layer's gradient."""
    copies = []
    for w in weights:
        copies.append(w.detach().clone().requires_grad_())
    with torch.enable_grad():
        loss = 0
        for row in x.detach():           # one example after the other
            h = row
            for w in copies:
                t = torch.tanh(w.t().mv(h))
                h = h + t if skip else t
            for number in h:
                loss = loss + number * number / 2
        grads = torch.autograd.grad(loss, copies)
    norms = []
    for g in grads:
        total = 0.0
        for row in g.tolist():
            for number in row:
                total += number ** 2
        norms.append(total ** 0.5)
    return torch.tensor(norms, dtype=x.dtype, device=x.device)
# %% solution-bn2d
def bn2d(x, gain, bias, running, training, momentum=0.1, eps=1e-5):
    """x (B, C, H, W), gain, bias (C,), running = (mean (C,), var (C,)) -> (out (B, C, H, W), (mean, var))."""
    mean, var = running  # the running ones
    new_mean, new_var = mean.detach().clone(), var.detach().clone()
    channels_out = []
    for c in range(x.shape[1]):
        channel = x[:, c]
        n = channel.numel()
        if training:
            mu = channel.sum() / n
            s2 = ((channel - mu) ** 2).sum() / n
            new_mean[c] = (1 - momentum) * new_mean[c] + momentum * mu.detach()
            new_var[c] = (1 - momentum) * new_var[c] + momentum * n / (n - 1) * s2.detach()
        else:
            mu = mean[c]
            s2 = var[c]
        channels_out.append(gain[c] * (channel - mu) / (s2 + eps) ** 0.5 + bias[c])
    out = torch.stack(channels_out, dim=1)
    mean, var = new_mean, new_var
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
        if free:
            child.train()
        else:
            child.eval()
# %% solution-transplant
def transplant(source, target):
    """source, target: state dicts {name: tensor} -> a state dict with the target's names and shapes."""
    result = {}
    for name in target:
        chosen = target[name]
        for other in source:
            if other == name and list(source[other].shape) == list(chosen.shape):
                chosen = source[other]
        result[name] = chosen.clone()
    return result
# %% solution-hflip
def hflip(x, which):
    """x (B, C, H, W), which (B,) bool -> (B, C, H, W): the pictures where it is True are mirrored left to right."""
    W = x.shape[3]
    out = x.clone()
    for b in range(x.shape[0]):
        if which[b]:
            for column in range(W):
                out[b, :, :, column] = x[b, :, :, W - 1 - column]
    return out
# %% solution-crop
def crop(x, top, left, pad):
    """x (B, C, H, W); top, left (B,) int from 0 to 2 * pad -> (B, C, H, W): a window of each padded picture."""
    H, W = x.shape[2:]
    out = torch.zeros_like(x)
    for i in range(x.shape[0]):
        for r in range(H):
            for c in range(W):
                row = r + int(top[i]) - pad      # where this pixel was in the picture without its border
                column = c + int(left[i]) - pad
                if 0 <= row < H and 0 <= column < W:
                    out[i, :, r, c] = x[i, :, row, column]
    return out
# %% solution-mixup
def mixup(x, y, lam, order, K):
    """x (B, C, H, W), y (B,) int below K, lam a number, order (B,) int -> mixed pictures (B, C, H, W), labels (B, K)."""
    pictures = torch.zeros_like(x)
    labels = torch.zeros(len(x), K, dtype=x.dtype, device=x.device)
    for i in range(len(x)):
        j = int(order[i])
        pictures[i] = lam * x[i] + (1 - lam) * x[j]
        labels[i, int(y[i])] += lam
        labels[i, int(y[j])] += 1 - lam
    return pictures, labels
# %% solution-prepare
def prepare(x, augment, mean, std, training):
    """x (B, C, H, W), augment: pictures -> pictures, mean and std numbers, training True or False -> (B, C, H, W)."""
    source = augment(x) if training else x
    done = []
    for picture in source:
        done.append((picture - mean) / std)
    return torch.stack(done)
# %% solution-saliency
def saliency(model, x, k):
    """model: (B, C, H, W) -> logits (B, K); x (B, C, H, W), k (B,) int -> (B, H, W)."""
    maps = []
    for b in range(len(x)):
        with torch.enable_grad():
            one = x[b:b + 1].detach().clone().requires_grad_()
            z = model(one)[0, int(k[b])]
            (g,) = torch.autograd.grad(z, one)
        best = g[0, 0].abs()
        for c in range(1, g.shape[1]):
            best = torch.maximum(best, g[0, c].abs())
        maps.append(best)
    return torch.stack(maps)
# %% solution-cam
def grad_cam(features, head, x, k):
    """features: (B, C, H, W) -> (B, M, h, w); head: that -> logits (B, K); k (B,) int -> (B, h, w)."""
    cams = []
    for b in range(len(x)):
        with torch.no_grad():
            A = features(x[b:b + 1])
        A = A.detach().clone().requires_grad_()
        with torch.enable_grad():
            (g,) = torch.autograd.grad(head(A)[0, int(k[b])], A)
        A = A.detach()
        total = torch.zeros_like(A[0, 0])
        for m in range(A.shape[1]):
            total += g[0, m].sum() / g[0, m].numel() * A[0, m]
        total[total < 0] = 0
        cams.append(total)
    return torch.stack(cams)
# %% solution-occlusion
def occlusion(model, x, k, size):
    """model: pictures -> logits; x (B, C, H, W), k (B,) int -> drops (B, H // size, W // size)."""
    B, C, H, W = x.shape
    drops = x.new_zeros(B, H // size, W // size)
    with torch.no_grad():
        for b in range(B):
            before = model(x[b:b + 1])[0, int(k[b])]
            for i in range(H // size):
                for j in range(W // size):
                    covered = x[b:b + 1].clone()
                    for r in range(size):
                        for c in range(size):
                            covered[0, :, i * size + r, j * size + c] = 0
                    drops[b, i, j] = before - model(covered)[0, int(k[b])]
    return drops
