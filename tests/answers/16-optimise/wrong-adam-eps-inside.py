# fails: adam, tiny gradients
# because: adds eps under the root; it is added after the root
# batch: 1
# told: true author adam: eps inside the root
# %% solution-adam
def adam(p, g, state, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    m, s, t = state
    t = t + 1
    m = beta1 * m + (1 - beta1) * g
    s = beta2 * s + (1 - beta2) * g * g
    mh = m / (1 - beta1**t)
    sh = s / (1 - beta2**t)
    p = p - lr * mh / torch.sqrt(sh + eps)
    return p, (m, s, t)
