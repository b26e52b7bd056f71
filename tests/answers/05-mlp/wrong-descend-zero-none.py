# fails: descend, one step
# because: p.grad.zero_() is called although p.grad is still None before the first backward; p.grad = None works in both cases.
# batch: 2
# told: true author descend: zeros into no gradient
# %% solution-descend
def descend(params, loss, lr):
    """params, a list of tensors with requires_grad; loss, shape (), computed from them: one step; returns nothing."""
    for p in params:
        p.grad.zero_()
    loss.backward()
    with torch.no_grad():
        for p in params:
            p.add_(p.grad, alpha=-lr)
