# fails: momentum, 10 steps
# because: gives the gradient the weight 1 - mu, a running average; in torch's convention it enters v with weight 1
# batch: 1
# told: true author momentum: an average of the gradients
# %% solution-momentum
def momentum(p, g, v, lr, mu=0.9):
    v = mu * v + (1 - mu) * g
    return p - lr * v, v
