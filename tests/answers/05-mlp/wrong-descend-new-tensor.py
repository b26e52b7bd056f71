# fails: descend, one step
# because: p = p - ... makes a new tensor and leaves the parameter where it was; it must change in place.
# batch: 2
# %% solution-descend
def descend(params, loss, lr):
    """params, a list of tensors with requires_grad; loss, shape (), computed from them: one step; returns nothing."""
    for p in params:
        p.grad = None
    loss.backward()
    with torch.no_grad():
        for p in params:
            p = p - lr * p.grad
