# fails: momentum, 10 steps
# because: The gradient enters with the weight 1 - mu, as in a running average; here it enters with weight 1.
# batch: 2
# told: true author momentum: an average of the gradients
# %% solution-momentum
def momentum(p, g, v, lr, mu=0.9):
    """p, g, v (..) -> (p, v) after one step."""
    v = mu * v + (1 - mu) * g
    return p - lr * v, v
