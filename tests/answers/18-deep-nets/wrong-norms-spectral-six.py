# because: torch.linalg.norm(g, 2) of a matrix is the spectral norm (largest singular value), not the Frobenius norm
# batch: 6
# told: true author norms: the largest singular value
# %% solution-norms
def grad_norms(x, weights, skip):
    """x (B, C), weights: d tensors (C, C), skip True or False -> (d,): the norm of each layer's gradient."""
    copies = [w.detach().clone().requires_grad_() for w in weights]
    h = x
    for w in copies:
        t = torch.tanh(h @ w)
        h = h + t if skip else t
    L = (h ** 2).sum() / 2
    grads = torch.autograd.grad(L, copies)
    return torch.stack([torch.linalg.norm(g, 2) for g in grads])
