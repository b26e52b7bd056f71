# because: p = p - lr * p.grad makes a new tensor and gives it the loop's name, the parameter itself does not move; it must be changed in place (p -= ... or p.data -= ...).
# fails: descend, one step; descend, two steps
# batch: 1
# told: true author descend: nothing moves
# %% solution-descend
def descend(params, loss, lr):
    for p in params:
        p.grad = None
    loss.backward()
    with torch.no_grad():
        for p in params:
            p = p - lr * p.grad
