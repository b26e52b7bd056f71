# fails: adam: m
# because: The corrected averages are stored in the state, so they are corrected again and again; the state keeps the averages themselves.
# batch: 2
# told: true author adam: corrected averages kept
# %% solution-adam
def adam(p, g, state, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    """p, g (..), state (m, s, t) -> (p, (m, s, t)) after one step."""
    m, s, t = state
    t = t + 1
    m = (beta1 * m + (1 - beta1) * g) / (1 - beta1**t)
    s = (beta2 * s + (1 - beta2) * g**2) / (1 - beta2**t)
    p = p - lr * m / (s**0.5 + eps)
    return p, (m, s, t)
