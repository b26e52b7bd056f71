# because: .backward() on copies for the norms, BatchNorm by moments E[x^2] of centred numbers, freeze by recursion over modules.
# batch: 2
# %% solution-residual
def residual(x, f, shortcut=None):
    """x (B, C, H, W), f: pictures -> pictures; shortcut the same, or None -> the block's output, with the shape of f(x)."""
    total = f(x) + (x if shortcut is None else shortcut(x))
    return torch.where(total > 0, total, torch.zeros_like(total))
# %% solution-norms
def grad_norms(x, weights, skip):
    """x (B, C), weights: d tensors (C, C), skip True or False -> (d,): the norm of each layer's gradient."""
    W = torch.stack([w.detach() for w in weights]).requires_grad_()
    h = x.detach()
    for w in W:
        h = (h if skip else 0) + torch.tanh(torch.einsum("bi,io->bo", h, w))
    (torch.dot(h.flatten(), h.flatten()) / 2).backward()
    return W.grad.flatten(1).norm(dim=1)
# %% solution-bn2d
def bn2d(x, gain, bias, running, training, momentum=0.1, eps=1e-5):
    """x (B, C, H, W), gain, bias (C,), running = (mean (C,), var (C,)) -> (out (B, C, H, W), (mean, var))."""
    mean, var = running  # the running ones
    out = torch.empty_like(x)
    new_mean, new_var = mean.clone(), var.clone()
    for c in range(x.shape[1]):
        v = x[:, c]
        m, s2 = mean[c], var[c]
        if training:
            n = v.numel()
            m = v.sum() / n
            s2 = ((v - m) ** 2).sum() / n
            new_mean[c] = new_mean[c] * (1 - momentum) + momentum * m
            new_var[c] = new_var[c] * (1 - momentum) + momentum * ((v - m) ** 2).sum() / (n - 1)
        out[:, c] = gain[c] * (v - m) / (s2 + eps) ** 0.5 + bias[c]
    return out, (new_mean, new_var)
# %% solution-freeze
def freeze(model, but):
    """Freeze all children of the model, parameters and running statistics, but those whose names are in `but`."""
    frozen = [child for name, child in model.named_children() if not name in list(but)]
    free = [child for name, child in model.named_children() if name in list(but)]
    for child in frozen:
        child.eval().requires_grad_(False)
    for child in free:
        child.train().requires_grad_(True)
# %% solution-transplant
def transplant(source, target):
    """source, target: state dicts {name: tensor} -> a state dict with the target's names and shapes."""
    fits = {(name, tuple(tensor.shape)): tensor for name, tensor in source.items()}
    return OrderedDict((name, fits.get((name, tuple(own.shape)), own).clone()) for name, own in target.items())
# %% solution-saliency
def saliency(model, x, k):
    """model: (B, C, H, W) -> logits (B, K); x (B, C, H, W), k (B,) int -> (B, H, W)."""
    copy = x.detach().clone().requires_grad_()
    logits = model(copy)
    which = F.one_hot(k, logits.shape[1]).to(logits.dtype)
    grad = torch.autograd.grad(logits, copy, grad_outputs=which)[0]
    return torch.linalg.vector_norm(grad, ord=float("inf"), dim=1)
