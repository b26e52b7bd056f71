# fails: nesterov, 10 steps
# because: The step g + mu v uses the old v (that is plain momentum); the v in the second formula is the new one.
# batch: 2
# told: true author nesterov: plain momentum
# %% solution-nesterov
def nesterov(p, g, v, lr, mu=0.9):
    """p, g, v (..) -> (p, v) after one step."""
    step = g + mu * v
    v = mu * v + g
    return p - lr * step, v
