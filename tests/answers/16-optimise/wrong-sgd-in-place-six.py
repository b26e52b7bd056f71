# because: changes the caller's p in place (p -= lr * g) and returns that same tensor
# batch: 6
# told: true author sgd: in place
# %% solution-sgd
def sgd(p, g, lr):
    """p, g (..) -> p (..) after one step."""
    with torch.no_grad():
        p -= lr * g
    return p
