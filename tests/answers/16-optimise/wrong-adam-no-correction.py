# fails: adam, 10 steps
# because: The bias correction is left out, so the first steps are wrong; m and s must be divided by 1 - beta^t.
# batch: 2
# told: true author adam: no bias correction
# %% solution-adam
def adam(p, g, state, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    """p, g (..), state (m, s, t) -> (p, (m, s, t)) after one step."""
    m, s, t = state
    t = t + 1
    m = beta1 * m + (1 - beta1) * g
    s = beta2 * s + (1 - beta2) * g**2
    p = p - lr * m / (s.sqrt() + eps)
    return p, (m, s, t)
