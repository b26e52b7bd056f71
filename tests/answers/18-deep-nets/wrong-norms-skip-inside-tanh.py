# fails: grad_norms, with skips
# because: The skip is added inside the tanh, tanh(h + hW); it must be h + tanh(hW).
# batch: 2
# told: true author norms: the skip inside tanh
# %% solution-norms
def grad_norms(x, weights, skip):
    """x (B, C), weights: d tensors (C, C), skip True or False -> (d,): the norm of each layer's gradient."""
    copies = [w.detach().clone().requires_grad_() for w in weights]
    h = x
    for w in copies:
        z = h @ w
        h = torch.tanh(h + z) if skip else torch.tanh(z)
    loss = 0.5 * (h**2).sum()
    return torch.stack([g.norm() for g in torch.autograd.grad(loss, copies)])
