# because: The return stands inside the loop, so only the first parameter is moved; all of them have to be.
# fails: descend, one step; descend, two steps
# batch: 1
# told: true author descend: the first parameter only
# %% solution-descend
def descend(params, loss, lr):
    for p in params:
        p.grad = None
    loss.backward()
    for p in params:
        with torch.no_grad():
            p -= lr * p.grad
        return
