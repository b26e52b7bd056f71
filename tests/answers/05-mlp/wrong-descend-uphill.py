# fails: descend, one step
# because: The step goes along the gradient, uphill; it must go against it.
# batch: 2
# %% solution-descend
def descend(params, loss, lr):
    """params, a list of tensors with requires_grad; loss, shape (), computed from them: one step; returns nothing."""
    for p in params:
        p.grad = None
    loss.backward()
    for p in params:
        p.data += lr * p.grad
