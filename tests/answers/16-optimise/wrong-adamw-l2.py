# fails: adamw, 10 steps
# because: adds wd*p to the gradient, the coupled L2 penalty; AdamW shrinks p beside the gradient
# batch: 1
# told: true author adamw: L2 in the gradient
# %% solution-adamw
def adamw(p, g, state, lr, wd, beta1=0.9, beta2=0.999, eps=1e-8):
    m, s, t = state
    g = g + wd * p
    m = beta1 * m + (1 - beta1) * g
    s = beta2 * s + (1 - beta2) * g**2
    t = t + 1
    p = p - lr * (m / (1 - beta1**t)) / ((s / (1 - beta2**t)).sqrt() + eps)
    return p, (m, s, t)
