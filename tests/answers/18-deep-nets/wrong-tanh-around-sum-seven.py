# because: with skips the tanh goes around the sum, tanh(h + h W), instead of h + tanh(h W)
# batch: 7
# %% solution-norms
def grad_norms(x, weights, skip):
    """x (B, C), weights: d tensors (C, C), skip True or False -> (d,): the norm of each layer's gradient."""
    copies = [w.detach().clone().requires_grad_() for w in weights]
    h = x
    for w in copies:
        z = h @ w
        if skip:
            z = z + h
        h = torch.tanh(z)
    L = h.square().sum() / 2
    return torch.stack([g.norm() for g in torch.autograd.grad(L, copies)])
