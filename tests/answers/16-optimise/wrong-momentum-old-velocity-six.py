# because: steps with the velocity from before the update: p uses the old v, and the newest gradient only counts from the next step on
# batch: 6
# told: true author momentum: a step behind
# %% solution-momentum
def momentum(p, g, v, lr, mu=0.9):
    """p, g, v (..) -> (p, v) after one step."""
    # roll with the present velocity, then let the slope act on it
    new_p = p - lr * v
    new_v = mu * v + g
    return new_p, new_v
