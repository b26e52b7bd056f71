# fails: sgd, 10 steps
# because: p -= ... changes the caller's tensor, and all places that were kept are the same one; a new tensor must be returned.
# batch: 2
# told: true author sgd: in place
# %% solution-sgd
def sgd(p, g, lr):
    """p, g (..) -> p (..) after one step."""
    p -= lr * g
    return p
