# fails: adamw, 10 steps
# because: The decay is added to the gradient (Adam with L2), so the averages see it; in AdamW it is applied to p directly, beside the gradient.
# batch: 2
# told: true author adamw: L2 in the gradient
# %% solution-adamw
def adamw(p, g, state, lr, wd, beta1=0.9, beta2=0.999, eps=1e-8):
    """p, g (..), state (m, s, t) as in adam -> (p, (m, s, t)) after one step; wd >= 0."""
    m, s, t = state
    g = g + wd * p
    t = t + 1
    m = beta1 * m + (1 - beta1) * g
    s = beta2 * s + (1 - beta2) * g**2
    p = p - lr * (m / (1 - beta1**t)) / ((s / (1 - beta2**t)).sqrt() + eps)
    return p, (m, s, t)
