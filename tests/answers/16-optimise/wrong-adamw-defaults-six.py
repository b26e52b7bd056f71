# because: calls adam without handing on beta1, beta2 and eps, so these always have their default values
# batch: 6
# told: true author adamw: the usual betas
# %% solution-adamw
def adamw(p, g, state, lr, wd, beta1=0.9, beta2=0.999, eps=1e-8):
    """p, g (..), state (m, s, t) as in adam -> (p, (m, s, t)) after one step; wd >= 0."""
    m, s, t = state
    p = p * (1 - lr * wd)
    p, (m, s, t) = adam(p, g, (m, s, t), lr)
    return p, (m, s, t)
