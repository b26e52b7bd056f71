# because: brings in the rule of task 2 and decays only parameters with two or more dimensions; a p with one dimension is not decayed
# batch: 6
# told: true author adamw: vectors left out
# %% solution-adamw
def adamw(p, g, state, lr, wd, beta1=0.9, beta2=0.999, eps=1e-8):
    """p, g (..), state (m, s, t) as in adam -> (p, (m, s, t)) after one step; wd >= 0."""
    m, s, t = state
    t = t + 1
    m = beta1 * m + (1 - beta1) * g
    s = beta2 * s + (1 - beta2) * g * g
    if p.ndim >= 2:                 # biases are left alone
        p = p - lr * wd * p
    update = (m / (1 - beta1**t)) / (torch.sqrt(s / (1 - beta2**t)) + eps)
    p = p - lr * update
    return p, (m, s, t)
