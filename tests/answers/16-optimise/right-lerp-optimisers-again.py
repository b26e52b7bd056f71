# because: All optimisers with torch's fused in-place forms on clones: lerp, addcmul, addcdiv.
# batch: 2
# %% solution-sgd
def sgd(p, g, lr):
    """p, g (..) -> p (..) after one step."""
    return p.clone().sub_(g, alpha=lr)
# %% solution-momentum
def momentum(p, g, v, lr, mu=0.9):
    """p, g, v (..) -> (p, v) after one step."""
    v = v.clone().mul_(mu).add_(g)
    return torch.sub(p, v, alpha=lr), v
# %% solution-nesterov
def nesterov(p, g, v, lr, mu=0.9):
    """p, g, v (..) -> (p, v) after one step."""
    new = torch.add(g, v, alpha=mu)
    return p - lr * (1 + mu) * g - lr * mu**2 * v, new
# %% solution-adam
def adam(p, g, state, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    """p, g (..), state (m, s, t) -> (p, (m, s, t)) after one step."""
    m, s, t = state
    m, s, t = torch.lerp(m, g, 1 - beta1), (s * beta2).addcmul(g, g, value=1 - beta2), t + 1
    below = (s / (1 - beta2**t)).sqrt().add(eps)
    p = torch.addcdiv(p, m, below, value=-lr / (1 - beta1**t))
    return p, (m, s, t)
# %% solution-adamw
def adamw(p, g, state, lr, wd, beta1=0.9, beta2=0.999, eps=1e-8):
    """p, g (..), state (m, s, t) as in adam -> (p, (m, s, t)) after one step; wd >= 0."""
    m, s, t = state
    t = t + 1
    m = m + (1 - beta1) * (g - m)
    s = s + (1 - beta2) * (g.square() - s)
    c1, c2 = 1 - beta1**t, 1 - beta2**t
    step = (m / c1) / (eps + torch.sqrt(s / c2))
    return p.mul(1 - lr * wd).sub(step, alpha=lr), (m, s, t)
