# because: grad *= lr changes the caller's gradient, the next call starts from a smaller one; lr * grad makes a new tensor.
# fails: log10_update_ratio, W and grad afterwards
# batch: 1
# told: true author ratio: the gradient scaled in place
# %% solution-ratio
def log10_update_ratio(W, grad, lr):
    grad *= lr
    return math.log10(grad.std() / W.std())
