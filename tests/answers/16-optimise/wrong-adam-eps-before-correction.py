# fails: adam, tiny gradients
# because: The two corrections are drawn into the learning rate, and eps is added to the root of the uncorrected s; it belongs to the root of the corrected one.
# batch: 2
# told: true author adam: eps before the correction
# %% solution-adam
def adam(p, g, state, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    """p, g (..), state (m, s, t) -> (p, (m, s, t)) after one step."""
    m, s, t = state
    t = t + 1
    m = m + (1 - beta1) * (g - m)
    s = s + (1 - beta2) * (g * g - s)
    rate = lr * math.sqrt(1 - beta2**t) / (1 - beta1**t)
    p = p - rate * m / (s.sqrt() + eps)
    return p, (m, s, t)
