# fails: grad_norms, with skips; grad_norms, one layer
# because: adds to h in place, which autograd still needs
# batch: 4
# told: true author norms: h changed in place
# %% solution-norms
def grad_norms(x, weights, skip):
    """x (B, C), weights: d tensors (C, C), skip True or False -> (d,): the norm of each layer's gradient."""
    copies = [w.detach().clone().requires_grad_() for w in weights]
    h = x
    for w in copies:
        new = torch.tanh(h @ w)
        if skip:
            h += new
        else:
            h = new
    grads = torch.autograd.grad((h**2).sum() / 2, copies)
    return torch.stack([g.norm() for g in grads])
