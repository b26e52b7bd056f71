# fails: l2: do the params want a gradient afterwards?
# because: switches on gradients in the caller's own tensors
# batch: 4
# told: true author l2: gradients asked of the params themselves
# %% solution-l2
def l2(params, lam):
    """params: a list of tensors -> (penalty, grads): a tensor without dimensions, and a list of the params' shapes."""
    for w in params:
        w.requires_grad_()
        w.grad = None
    penalty = lam / 2 * sum((w**2).sum() for w in params if w.ndim > 1)
    penalty.backward()
    return penalty.detach(), [w.grad if w.grad is not None else torch.zeros_like(w) for w in params]
