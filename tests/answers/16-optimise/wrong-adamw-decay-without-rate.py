# fails: adamw, a gradient of 0
# because: The parameters shrink by wd instead of lr times wd.
# batch: 2
# told: true author adamw: not multiplied by the rate
# %% solution-adamw
def adamw(p, g, state, lr, wd, beta1=0.9, beta2=0.999, eps=1e-8):
    """p, g (..), state (m, s, t) as in adam -> (p, (m, s, t)) after one step; wd >= 0."""
    m, s, t = state
    p = p * (1 - wd)
    m, s, t = beta1 * m + (1 - beta1) * g, beta2 * s + (1 - beta2) * g * g, t + 1
    m_hat = m / (1 - beta1**t)
    s_hat = s / (1 - beta2**t)
    p = p - lr * m_hat / (s_hat.sqrt() + eps)
    return p, (m, s, t)
