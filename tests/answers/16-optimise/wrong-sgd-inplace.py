# fails: sgd, 10 steps
# because: updates p in place, which changes the caller's tensor and makes all the kept places the same; a new tensor is asked for
# batch: 1
# told: true author sgd: in place
# %% solution-sgd
def sgd(p, g, lr):
    p -= lr * g
    return p
