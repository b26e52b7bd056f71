# fails: momentum: v
# because: puts the learning rate inside the velocity, so v is another one and a schedule acts differently; it belongs outside v
# batch: 1
# told: true author momentum: the rate inside the velocity
# %% solution-momentum
def momentum(p, g, v, lr, mu=0.9):
    v = mu * v + lr * g
    p = p - v
    return p, v
