# fails: sgd: result, and p and g afterwards
# because: multiplies the caller's gradient by the rate in place: the step is right, the gradient is another one afterwards
# batch: 4
# told: true author sgd: the gradient scaled in place
# %% solution-sgd
def sgd(p, g, lr):
    """p, g (..) -> p (..) after one step."""
    g *= lr
    return p - g
