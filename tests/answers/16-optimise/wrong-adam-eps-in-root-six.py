# because: adds eps under the square root instead of after it
# batch: 6
# told: true author adam: eps inside the root
# %% solution-adam
def adam(p, g, state, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    """p, g (..), state (m, s, t) -> (p, (m, s, t)) after one step."""
    m, s, t = state
    t = t + 1
    m = beta1 * m + (1 - beta1) * g
    s = beta2 * s + (1 - beta2) * g * g
    m_hat = m / (1 - beta1 ** t)
    s_hat = s / (1 - beta2 ** t)
    p = p - lr * m_hat * torch.rsqrt(s_hat + eps)
    return p, (m, s, t)
