# fails: grad_norms: do the weights want a gradient, or hold one, afterwards?
# because: asks for the gradients of the caller's own weights, which want one afterwards
# batch: 4
# told: true author norms: the weights told to want a gradient
# %% solution-norms
def grad_norms(x, weights, skip):
    """x (B, C), weights: d tensors (C, C), skip True or False -> (d,): the norm of each layer's gradient."""
    for w in weights:
        w.requires_grad_()
    h = x
    for w in weights:
        new = torch.tanh(h @ w)
        h = h + new if skip else new
    grads = torch.autograd.grad((h**2).sum() / 2, weights)
    return torch.stack([g.norm() for g in grads])
