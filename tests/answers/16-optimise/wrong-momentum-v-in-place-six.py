# because: updates the caller's velocity in place (mul_, add_), so a second step from the same state starts from another v
# batch: 6
# told: true author momentum: the velocity in place
# %% solution-momentum
def momentum(p, g, v, lr, mu=0.9):
    """p, g, v (..) -> (p, v) after one step."""
    v.mul_(mu).add_(g)
    return p - lr * v, v
