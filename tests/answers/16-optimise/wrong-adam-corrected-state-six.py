# because: overwrites m and s by their corrected values and returns these as the state, so the correction is applied again and again
# batch: 6
# told: true author adam: corrected averages kept
# %% solution-adam
def adam(p, g, state, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    """p, g (..), state (m, s, t) -> (p, (m, s, t)) after one step."""
    m, s, t = state
    t += 1
    m = beta1 * m + (1 - beta1) * g
    s = beta2 * s + (1 - beta2) * g**2
    # bias correction
    m = m / (1 - beta1**t)
    s = s / (1 - beta2**t)
    p = p - lr * m / (s.sqrt() + eps)
    return p, (m, s, t)
