# because: keeps the learning rate inside the velocity (v = mu v + lr g, p - v): same p at a constant rate, other v, and other p as soon as the rate changes
# batch: 6
# told: true author momentum: the rate inside the velocity
# %% solution-momentum
def momentum(p, g, v, lr, mu=0.9):
    """p, g, v (..) -> (p, v) after one step."""
    v = mu * v + lr * g
    p = p - v
    return p, v
