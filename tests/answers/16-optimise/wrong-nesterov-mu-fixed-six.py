# because: writes 0.9 into the step itself instead of mu: right for the default only
# batch: 6
# told: true author nesterov: mu fixed at 0.9 in the step
# %% solution-nesterov
def nesterov(p, g, v, lr, mu=0.9):
    """p, g, v (..) -> (p, v) after one step."""
    v = mu * v + g
    step = g + 0.9 * v
    return p - lr * step, v
