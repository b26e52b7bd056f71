# because: F.instance-free normalisation by matrices, chain rule by hand, jacobians
# batch: 1
# %% solution-residual
def residual(x, f, shortcut=None):
    shortcut = shortcut or (lambda a: a)
    total = torch.add(shortcut(x), f(x))
    return torch.where(total > 0, total, torch.zeros_like(total))
# %% solution-norms
def grad_norms(x, weights, skip):
    # by hand: hs forwards, then the chain rule backwards
    hs, acts = [x], []
    for w in weights:
        acts.append(torch.tanh(hs[-1] @ w))
        hs.append(acts[-1] + skip * hs[-1])
    dh, norms = hs[-1], []
    for h, a, w in zip(hs[-2::-1], acts[::-1], list(weights)[::-1]):
        dz = dh * (1 - a * a)
        norms.append((h.T @ dz).norm())
        dh = dz @ w.T + skip * dh
    return torch.stack(norms[::-1]).detach()
# %% solution-bn2d
def bn2d(x, gain, bias, running, training, momentum=0.1, eps=1e-5):
    mean, var = running  # the running ones
    cols = x.transpose(0, 1).flatten(1)  # (C, n)
    if training:
        s2, mu = torch.var_mean(cols, dim=1, correction=0)
        n = cols.shape[1]
        mean, var = torch.lerp(mean, mu, momentum), torch.lerp(var, s2 * n / (n - 1), momentum)
    else:
        mu, s2 = mean, var
        mean, var = mean.clone(), var.clone()
    scale = gain / (s2 + eps).sqrt()
    out = torch.addcmul((bias - mu * scale)[:, None, None], x, scale[:, None, None])
    return out, (mean, var)
# %% solution-freeze
def freeze(model, but):
    children = dict(model.named_children())
    free = set(but) & children.keys()
    for name in children:
        for part in children[name].modules():
            part.training = name in free
            for p in part.parameters(recurse=False):
                p.requires_grad = name in free
# %% solution-transplant
def transplant(source, target):
    fits = {n for n in source.keys() & target.keys() if source[n].size() == target[n].size()}
    return {n: torch.clone((source if n in fits else target)[n]) for n in target}
# %% solution-hflip
def hflip(x, which):
    W = x.shape[3]
    columns = torch.arange(W, device=x.device)
    index = torch.where(which[:, None], W - 1 - columns, columns)  # (B, W)
    return x.gather(3, index[:, None, None, :].expand_as(x))
# %% solution-crop
def crop(x, top, left, pad):
    H, W = x.shape[2:]
    windows = F.pad(x, (pad, pad, pad, pad)).unfold(2, H, 1).unfold(3, W, 1)
    return windows[torch.arange(len(x), device=x.device), :, top, left]
# %% solution-mixup
def mixup(x, y, lam, order, K):
    labels = torch.eye(K, dtype=x.dtype, device=x.device)
    return torch.lerp(x[order], x, lam), torch.lerp(labels[y[order]], labels[y], lam)
# %% solution-prepare
def prepare(x, augment, mean, std, training):
    return ([lambda a: a, augment][bool(training)](x) - mean) / std
# %% solution-saliency
def saliency(model, x, k):
    rows = []
    for b in range(len(x)):
        one = x[b : b + 1].detach().clone().requires_grad_()
        (g,) = torch.autograd.grad(model(one)[0, k[b]], one)
        rows.append(torch.maximum(g, -g).amax(1)[0])
    return torch.stack(rows)
# %% solution-cam
def grad_cam(features, head, x, k):
    A = features(x).detach().requires_grad_()
    z = head(A)
    picked = F.one_hot(k, z.shape[1]).to(z.dtype)
    (g,) = torch.autograd.grad(z, A, grad_outputs=picked)
    return torch.einsum("bm,bmij->bij", g.mean((2, 3)), A.detach()).clamp(min=0)
# %% solution-occlusion
def occlusion(model, x, k, size):
    B, C, H, W = x.shape
    drops = x.new_zeros(B, H // size, W // size)
    place = torch.arange((H // size) * (W // size), device=x.device).view(H // size, -1)
    square = place.repeat_interleave(size, 0).repeat_interleave(size, 1)
    with torch.no_grad():
        before = model(x).gather(1, k[:, None])
        after = torch.cat([model(x.masked_fill(square == s, 0)).gather(1, k[:, None]) for s in range(place.numel())], 1)
    drops = (before - after).view_as(drops)
    return drops
