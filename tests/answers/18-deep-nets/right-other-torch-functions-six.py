# because: other torch functions throughout: torch.func.grad, jacrev, kron masks, gather, take_along_dim, index tricks, einsum, no loops over the batch
# batch: 6
# %% solution-residual
def residual(x, f, shortcut=None):
    """x (B, C, H, W), f: pictures -> pictures; shortcut the same, or None -> the block's output, with the shape of f(x)."""
    return torch.clamp_min(torch.add(f(x), (shortcut or torch.nn.Identity())(x)), 0)
# %% solution-norms
def grad_norms(x, weights, skip):
    """x (B, C), weights: d tensors (C, C), skip True or False -> (d,): the norm of each layer's gradient."""
    def loss(ws):
        h = x.detach()
        for w in ws:
            t = torch.einsum("bi,ij->bj", h, w).tanh()
            h = torch.where(torch.tensor(bool(skip), device=t.device), h + t, t)
        return torch.linalg.vector_norm(h).square() / 2

    # torch.func works on values, not on the caller's leaves
    grads = torch.func.grad(loss)(tuple(w.detach() for w in weights))
    return torch.stack([torch.linalg.matrix_norm(g, ord="fro") for g in grads])
# %% solution-bn2d
def bn2d(x, gain, bias, running, training, momentum=0.1, eps=1e-5):
    """x (B, C, H, W), gain, bias (C,), running = (mean (C,), var (C,)) -> (out (B, C, H, W), (mean, var))."""
    mean, var = running  # the running ones
    if training:
        s2, mu = torch.var_mean(x, dim=(0, 2, 3), correction=0)
        s2_unbiased = torch.var(x.detach(), dim=(0, 2, 3), correction=1)
        mean = torch.lerp(mean.detach(), mu.detach(), momentum)
        var = torch.lerp(var.detach(), s2_unbiased, momentum)
    else:
        mu, s2 = mean, var
        mean, var = mean.detach().clone(), var.detach().clone()
    scale = gain * torch.rsqrt(s2 + eps)
    last = x.movedim(1, -1)              # channels last: they broadcast
    out = torch.addcmul(bias.expand_as(last), last - mu, scale.expand_as(last)).movedim(-1, 1)
    return out, (mean, var)
# %% solution-freeze
def freeze(model, but):
    """Freeze all children of the model, parameters and running statistics, but those whose names are in `but`."""
    chosen = frozenset(but)
    [child.requires_grad_(name in chosen).train(name in chosen) for name, child in model.named_children()]
# %% solution-transplant
def transplant(source, target):
    """source, target: state dicts {name: tensor} -> a state dict with the target's names and shapes."""
    fitting = {n for n in target.keys() & source.keys() if source[n].size() == target[n].size()}
    return OrderedDict((n, (source if n in fitting else target)[n].detach().clone()) for n in target)
# %% solution-hflip
def hflip(x, which):
    """x (B, C, H, W), which (B,) bool -> (B, C, H, W): the pictures where it is True are mirrored left to right."""
    W = x.shape[-1]
    forth = torch.arange(W, device=x.device)
    columns = torch.where(which[:, None], W - 1 - forth, forth)      # (B, W): where each column comes from
    return torch.gather(x, 3, columns[:, None, None, :].expand_as(x))
# %% solution-crop
def crop(x, top, left, pad):
    """x (B, C, H, W); top, left (B,) int from 0 to 2 * pad -> (B, C, H, W): a window of each padded picture."""
    H, W = x.shape[2:]
    padded = nn.ZeroPad2d(pad)(x)
    rows = top[:, None] + torch.arange(H, device=x.device)
    columns = left[:, None] + torch.arange(W, device=x.device)
    cut = torch.take_along_dim(padded, rows[:, None, :, None], dim=2)
    return torch.take_along_dim(cut, columns[:, None, None, :], dim=3)
# %% solution-mixup
def mixup(x, y, lam, order, K):
    """x (B, C, H, W), y (B,) int below K, lam a number, order (B,) int -> mixed pictures (B, C, H, W), labels (B, K)."""
    B = x.shape[0]
    # one matrix that mixes: lam on the diagonal, 1 - lam at the partner
    M = torch.zeros(B, B, dtype=x.dtype, device=x.device)
    here = torch.arange(B, device=x.device)
    M.index_put_((here, here), torch.full((B,), float(lam), dtype=x.dtype, device=x.device), accumulate=True)
    M.index_put_((here, order), torch.full((B,), 1 - float(lam), dtype=x.dtype, device=x.device), accumulate=True)
    onehot = torch.eye(K, dtype=x.dtype, device=x.device).index_select(0, y)
    return torch.tensordot(M, x, dims=1), M @ onehot
# %% solution-prepare
def prepare(x, augment, mean, std, training):
    """x (B, C, H, W), augment: pictures -> pictures, mean and std numbers, training True or False -> (B, C, H, W)."""
    return torch.div(torch.sub((lambda p: p, augment)[bool(training)](x), mean), std)
# %% solution-saliency
def saliency(model, x, k):
    """model: (B, C, H, W) -> logits (B, K); x (B, C, H, W), k (B,) int -> (B, H, W)."""
    def score(pictures):
        z = model(pictures)
        return (z * F.one_hot(k, z.shape[1]).to(z.dtype)).sum()

    g = torch.func.grad(score)(x.detach())
    return torch.linalg.vector_norm(g, ord=float("inf"), dim=1).detach()
# %% solution-cam
def grad_cam(features, head, x, k):
    """features: (B, C, H, W) -> (B, M, h, w); head: that -> logits (B, K); k (B,) int -> (B, h, w)."""
    A = features(x).detach()

    def score(maps):
        z = head(maps)
        return torch.take_along_dim(z, k[:, None], dim=1).sum()

    g = torch.func.grad(score)(A).detach()
    alpha = F.adaptive_avg_pool2d(g, 1).flatten(1)
    return torch.bmm(alpha[:, None], A.flatten(2)).view(len(A), *A.shape[2:]).clamp(min=0)
# %% solution-occlusion
def occlusion(model, x, k, size):
    """model: pictures -> logits; x (B, C, H, W), k (B,) int -> drops (B, H // size, W // size)."""
    B, C, H, W = x.shape
    drops = x.new_zeros(B, H // size, W // size)
    h, w = drops.shape[1:]
    # all masks at once, (h * w, H, W): 0 in one square each
    squares = torch.eye(h * w, dtype=torch.bool, device=x.device).view(h * w, h, w)
    squares = squares.repeat_interleave(size, 1).repeat_interleave(size, 2)
    covered = x.detach()[None].masked_fill(squares[:, None, None], 0).flatten(0, 1)
    with torch.no_grad():
        before = model(x).gather(1, k[:, None])                                  # (B, 1)
        after = model(covered).gather(1, k.repeat(h * w)[:, None]).view(h * w, B)
        drops.copy_((before - after.T).view(B, h, w))
    return drops
