# fails: *
# because: writes 0.9 in the step instead of the argument mu, so another momentum is used for half of the formula only
# batch: 1
# told: true author nesterov: mu fixed at 0.9 in the step
# %% solution-nesterov
def nesterov(p, g, v, lr, mu=0.9):
    v = mu * v + g
    p = p - lr * (g + 0.9 * v)
    return p, v
