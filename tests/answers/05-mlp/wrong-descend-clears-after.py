# fails: descend, gradients left over
# because: The gradients are cleared only at the end of a step, so whatever stood in p.grad before the call counts too.
# batch: 2
# %% solution-descend
def descend(params, loss, lr):
    """params, a list of tensors with requires_grad; loss, shape (), computed from them: one step; returns nothing."""
    loss.backward()
    with torch.no_grad():
        for p in params:
            p -= lr * p.grad
            p.grad = None  # ready for the next step
