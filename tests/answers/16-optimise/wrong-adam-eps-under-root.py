# fails: adam, tiny gradients
# because: eps is added under the root; it comes after the root, which matters for tiny gradients.
# batch: 2
# told: true author adam: eps inside the root
# %% solution-adam
def adam(p, g, state, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    """p, g (..), state (m, s, t) -> (p, (m, s, t)) after one step."""
    m, s, t = state
    t += 1
    m = beta1 * m + (1 - beta1) * g
    s = beta2 * s + (1 - beta2) * g * g
    mhat, shat = m / (1 - beta1**t), s / (1 - beta2**t)
    return p - lr * mhat / torch.sqrt(shat + eps), (m, s, t)
