# fails: adamw, the same step twice
# because: updates the averages of the caller's state in place, so the same step made twice gives two results
# batch: 4
# told: true author adamw: the averages in place
# %% solution-adamw
def adamw(p, g, state, lr, wd, beta1=0.9, beta2=0.999, eps=1e-8):
    """p, g (..), state (m, s, t) as in adam -> (p, (m, s, t)) after one step; wd >= 0."""
    m, s, t = state
    p = p - lr * wd * p
    t = t + 1
    m.mul_(beta1).add_((1 - beta1) * g)
    s.mul_(beta2).add_((1 - beta2) * g**2)
    p = p - lr * (m / (1 - beta1**t)) / (torch.sqrt(s / (1 - beta2**t)) + eps)
    return p, (m, s, t)
