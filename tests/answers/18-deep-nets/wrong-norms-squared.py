# fails: grad_norms, plain
# because: The square root is missing, the squared norm is returned.
# batch: 2
# told: true author norms: the squares
# %% solution-norms
def grad_norms(x, weights, skip):
    """x (B, C), weights: d tensors (C, C), skip True or False -> (d,): the norm of each layer's gradient."""
    leaves = [w.detach().clone().requires_grad_() for w in weights]
    act = x
    for leaf in leaves:
        step = torch.tanh(act @ leaf)
        act = act + step if skip else step
    loss = (act * act).sum() / 2
    gs = torch.autograd.grad(loss, leaves)
    return torch.stack([torch.sum(g * g) for g in gs])
