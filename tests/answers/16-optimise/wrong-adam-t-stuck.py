# fails: adam, 10 steps
# because: uses t + 1 in the correction but hands the old t on, so every step is corrected like the first
# batch: 1
# told: true author adam: always the first step
# %% solution-adam
def adam(p, g, state, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    m, s, t = state
    m = beta1 * m + (1 - beta1) * g
    s = beta2 * s + (1 - beta2) * g**2
    m_hat = m / (1 - beta1 ** (t + 1))
    s_hat = s / (1 - beta2 ** (t + 1))
    p = p - lr * m_hat / (s_hat.sqrt() + eps)
    return p, (m, s, t)
