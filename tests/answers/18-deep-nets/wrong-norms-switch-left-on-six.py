# because: no copies: requires_grad is switched on in the caller's own weights and stays on (the arguments are not left as they were; and a tensor that serves two layers gets the sum of both gradients)
# batch: 6
# told: true author norms: the weights told to want a gradient
# %% solution-norms
def grad_norms(x, weights, skip):
    """x (B, C), weights: d tensors (C, C), skip True or False -> (d,): the norm of each layer's gradient."""
    params = []
    for w in weights:
        # no copy needed: autograd.grad leaves nothing in .grad
        params.append(w.requires_grad_(True))
    h = x
    for w in params:
        step = torch.tanh(h.matmul(w))
        if skip:
            h = h + step
        else:
            h = step
    loss = 0.5 * torch.sum(h * h)
    grads = torch.autograd.grad(loss, params)
    return torch.stack([g.norm() for g in grads]).detach()
