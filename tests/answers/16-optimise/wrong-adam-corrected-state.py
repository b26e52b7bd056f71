# fails: adam: m
# because: overwrites m and s with their corrected values and returns these as state, so the correction is applied again and again
# batch: 1
# told: true author adam: corrected averages kept
# %% solution-adam
def adam(p, g, state, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    m, s, t = state
    t += 1
    m = (beta1 * m + (1 - beta1) * g) / (1 - beta1**t)
    s = (beta2 * s + (1 - beta2) * g.square()) / (1 - beta2**t)
    p = p - lr * m / (s.sqrt() + eps)
    return p, (m, s, t)
