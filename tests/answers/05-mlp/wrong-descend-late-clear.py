# fails: descend, one step
# because: The gradients are zeroed after backward and before the move, so nothing moves.
# batch: 2
# %% solution-descend
def descend(params, loss, lr):
    """params, a list of tensors with requires_grad; loss, shape (), computed from them: one step; returns nothing."""
    loss.backward()
    for p in params:
        p.grad.zero_()
    for p in params:
        p.data -= lr * p.grad
