# because: torch.var_mean with n - 1 and a correction back, freezing by walking over named_parameters and modules, transplant by a filter.
# batch: 2
# %% solution-bn2d
def bn2d(x, gain, bias, running, training, momentum=0.1, eps=1e-5):
    """x (B, C, H, W), gain, bias (C,), running = (mean (C,), var (C,)) -> (out (B, C, H, W), (mean, var))."""
    mean, var = running  # the running ones
    if training:
        v1, mu = torch.var_mean(x, dim=(0, 2, 3))  # divides by n - 1
        n = x[:, 0].numel()
        mean, var = torch.lerp(mean, mu, momentum), torch.lerp(var, v1, momentum)
        scale = gain * torch.rsqrt(v1 * (n - 1) / n + eps)
    else:
        mu = mean
        mean, var = mean.clone(), var.clone()
        scale = gain * torch.rsqrt(var + eps)
    out = (x - mu[:, None, None]) * scale[:, None, None] + bias[:, None, None]
    return out, (mean, var)
# %% solution-freeze
def freeze(model, but):
    """Freeze all children of the model, parameters and running statistics, but those whose names are in `but`."""
    children = dict(model.named_children())
    for name in children:
        free = name in set(but)
        for p in children[name].parameters():
            p.requires_grad = free
        for module in children[name].modules():
            module.training = free
# %% solution-transplant
def transplant(source, target):
    """source, target: state dicts {name: tensor} -> a state dict with the target's names and shapes."""
    new = {}
    for name, own in target.items():
        theirs = source.get(name)
        new[name] = torch.clone(own if theirs is None or theirs.shape != own.shape else theirs)
    return new
# %% solution-mixup
def mixup(x, y, lam, order, K):
    """x (B, C, H, W), y (B,) int below K, lam a number, order (B,) int -> mixed pictures (B, C, H, W), labels (B, K)."""
    B = len(x)
    M = torch.zeros(B, B, dtype=x.dtype, device=x.device)  # the mixture as a matrix
    rows = torch.arange(B, device=x.device)
    M[rows, rows] += lam
    M[rows, order] += 1 - lam
    Y = (y[:, None] == torch.arange(K, device=y.device)).to(x.dtype)
    return torch.tensordot(M, x, dims=1), M @ Y
# %% solution-cam
def grad_cam(features, head, x, k):
    """features: (B, C, H, W) -> (B, M, h, w); head: that -> logits (B, K); k (B,) int -> (B, h, w)."""
    maps = features(x).detach().requires_grad_()
    picked = head(maps)[range(len(x)), k]
    (grad,) = torch.autograd.grad(picked, maps, torch.ones_like(picked))
    maps = maps.detach()
    cam = torch.zeros_like(maps[:, 0])
    for m in range(maps.shape[1]):
        cam = cam + grad[:, m].mean((1, 2))[:, None, None] * maps[:, m]
    return cam.clamp(min=0)
