# fails: *
# because: calls adam without handing on beta1, beta2 and eps, so other values than the defaults have no effect
# batch: 1
# told: true author adamw: the usual betas
# %% solution-adamw
def adamw(p, g, state, lr, wd, beta1=0.9, beta2=0.999, eps=1e-8):
    m, s, t = state
    p = p - lr * wd * p
    p, (m, s, t) = adam(p, g, (m, s, t), lr)
    return p, (m, s, t)
