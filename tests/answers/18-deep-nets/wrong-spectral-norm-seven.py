# because: takes the spectral norm (ord=2, largest singular value) of each gradient instead of the Frobenius norm
# batch: 7
# %% solution-norms
def grad_norms(x, weights, skip):
    """x (B, C), weights: d tensors (C, C), skip True or False -> (d,): the norm of each layer's gradient."""
    params = [w.detach().clone().requires_grad_() for w in weights]
    out = x
    for p in params:
        new = torch.tanh(torch.matmul(out, p))
        if skip:
            new = new + out
        out = new
    loss = 0.5 * (out ** 2).sum()
    grads = torch.autograd.grad(loss, params)
    # || . || is the 2-norm
    return torch.stack([torch.linalg.norm(g, ord=2) for g in grads])
