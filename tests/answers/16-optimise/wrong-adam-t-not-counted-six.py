# because: uses t + 1 in the bias correction but returns the old t, so every step is corrected like the first one
# batch: 6
# told: true author adam: always the first step
# %% solution-adam
def adam(p, g, state, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    """p, g (..), state (m, s, t) -> (p, (m, s, t)) after one step."""
    m, s, t = state
    m = beta1 * m + (1 - beta1) * g
    s = beta2 * s + (1 - beta2) * g.pow(2)
    mhat = m / (1 - beta1 ** (t + 1))   # t + 1: the present one included
    shat = s / (1 - beta2 ** (t + 1))
    p = p - lr * mhat / (torch.sqrt(shat) + eps)
    return p, (m, s, t)
