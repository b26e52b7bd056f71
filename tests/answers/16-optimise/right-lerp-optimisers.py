# because: optimisers with lerp, addcmul, torch.add with alpha and rsqrt-free variants
# batch: 1
# %% solution-sgd
def sgd(p, g, lr):
    return torch.add(p, g, alpha=-lr)
# %% solution-momentum
def momentum(p, g, v, lr, mu=0.9):
    speed = torch.add(g, v, alpha=mu)
    return torch.add(p, speed, alpha=-lr), speed
# %% solution-nesterov
def nesterov(p, g, v, lr, mu=0.9):
    # g + mu * (mu v + g) = (1 + mu) g + mu^2 v
    return p - lr * ((1 + mu) * g + mu * mu * v), g + mu * v
# %% solution-adam
def adam(p, g, state, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    m, s, t = state
    m = torch.lerp(m, g, 1 - beta1)
    s = torch.addcmul(s * beta2, g, g, value=1 - beta2)
    t = t + 1
    c1, c2 = 1 - beta1**t, math.sqrt(1 - beta2**t)
    p = torch.addcdiv(p, m, torch.sqrt(s) / c2 + eps, value=-lr / c1)
    return p, (m, s, t)
# %% solution-adamw
def adamw(p, g, state, lr, wd, beta1=0.9, beta2=0.999, eps=1e-8):
    m, s, t = state
    # Adam's step does not depend on where p is: take it from 0 and add it to the shrunk p
    step, (m, s, t) = adam(torch.zeros_like(p), g, (m, s, t), lr, beta1, beta2, eps)
    p = p * (1 - lr * wd) + step
    return p, (m, s, t)
# %% solution-dropout-back
def dropout_backward(dout, p, mask, training):
    factor = torch.where(mask, 1 / (1 - p), 0.0).to(dout.dtype) if training else torch.ones_like(dout)
    return factor * dout
# %% solution-random
def random_settings(ranges, u):
    low, high = torch.tensor(list(ranges.values()), dtype=torch.float64).log().unbind(1)
    numbers = torch.lerp(low, high, u.cpu().double()).exp()
    return [dict(zip(ranges, row)) for row in numbers.tolist()]
