# fails: adamw, 10 steps
# because: shrinks p by wd alone; the decay is multiplied by the learning rate
# batch: 1
# told: true author adamw: not multiplied by the rate
# %% solution-adamw
def adamw(p, g, state, lr, wd, beta1=0.9, beta2=0.999, eps=1e-8):
    m, s, t = state
    p = p * (1 - wd)
    t = t + 1
    m = beta1 * m + (1 - beta1) * g
    s = beta2 * s + (1 - beta2) * g**2
    p = p - lr * (m / (1 - beta1**t)) / ((s / (1 - beta2**t)).sqrt() + eps)
    return p, (m, s, t)
