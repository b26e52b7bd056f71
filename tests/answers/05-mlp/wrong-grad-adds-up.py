# because: The old gradients are never cleared, so backward adds the new ones to those of the step before; p.grad = None must come before backward.
# fails: descend, two steps
# batch: 1
# told: true author descend: gradients not cleared
# %% solution-descend
def descend(params, loss, lr):
    loss.backward()
    for q in params:
        q.data -= lr * q.grad
