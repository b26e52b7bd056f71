# fails: *
# because: changes the caller's velocity in place (mul_, add_), so the same step made twice differs; the state must be left as it was
# batch: 1
# told: true author momentum: the velocity in place
# %% solution-momentum
def momentum(p, g, v, lr, mu=0.9):
    v.mul_(mu).add_(g)
    return p - lr * v, v
