# fails: *
# because: 0.9 is written into the formula, so another mu given as argument has no effect.
# batch: 2
# told: true author momentum: mu fixed at 0.9
# %% solution-momentum
def momentum(p, g, v, lr, mu=0.9):
    """p, g, v (..) -> (p, v) after one step."""
    v = 0.9 * v + g
    p = p - lr * v
    return p, v
