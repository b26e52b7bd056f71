# fails: momentum: v
# because: The learning rate stands inside the velocity; the places agree while the rate stays the same, v does not, and a schedule makes the places differ.
# batch: 2
# told: true author momentum: the rate inside the velocity
# %% solution-momentum
def momentum(p, g, v, lr, mu=0.9):
    """p, g, v (..) -> (p, v) after one step."""
    velocity = mu * v + lr * g
    new_p = p - velocity
    return new_p, velocity
