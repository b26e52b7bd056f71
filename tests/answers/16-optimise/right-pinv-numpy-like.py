# because: pinverse instead of solve, boolean arithmetic, np.array_split-like cutting by torch, one formula for the cosine with clamps
# batch: 1
# %% solution-poly
def fit_poly(x, y, degree, lam):
    powers = torch.vander(x, degree + 1, increasing=True)
    D = torch.ones(degree + 1, dtype=x.dtype, device=x.device)
    D[0] = 0
    A = powers.mT @ powers + torch.diag(lam * D)
    return torch.linalg.inv(A) @ (powers.mT @ y)
# %% solution-l2
def l2(params, lam):
    weights = torch.cat([p.flatten() for p in params if p.ndim > 1] + [params[0].new_zeros(1)])
    return lam / 2 * torch.dot(weights, weights), [lam * p * (p.ndim > 1) for p in params]
# %% solution-dropout
def dropout(x, p, mask, training):
    if training:
        out = torch.zeros_like(x)
        out[mask] = x[mask] / (1 - p)
        return out
    return x
# %% solution-dropout-back
def dropout_backward(dout, p, mask, training):
    if not training:
        return dout
    return torch.where(mask, dout, 0.0) / (1 - p)
# %% solution-kfold
def kfold(n, k):
    held = [part.tolist() for part in torch.tensor_split(torch.arange(n), k)]
    return [(sum(held[:i] + held[i + 1 :], []), h) for i, h in enumerate(held)]
# %% solution-random
def random_settings(ranges, u):
    return [{name: a ** (1 - r) * b**r for (name, (a, b)), r in zip(ranges.items(), row.tolist())} for row in u]
# %% solution-adamw
def adamw(p, g, state, lr, wd, beta1=0.9, beta2=0.999, eps=1e-8):
    m, s, t = state
    t = t + 1
    m, s = beta1 * m + (1 - beta1) * g, beta2 * s + (1 - beta2) * g * g
    p = p - lr * (wd * p + m / (1 - beta1**t) / ((s / (1 - beta2**t)) ** 0.5 + eps))
    return p, (m, s, t)
# %% solution-schedules
def step_decay(step, lr, factor, every):
    return lr * math.pow(factor, math.floor(step / every))


def cosine(step, lr, lr_min, warmup, total):
    if step + 1 <= warmup:
        return lr / warmup * (step + 1)
    r = min(1.0, (step - warmup) / (total - warmup))
    return lr * (1 + math.cos(math.pi * r)) / 2 + lr_min * (1 - math.cos(math.pi * r)) / 2
