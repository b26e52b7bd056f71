# because: the square root of the Frobenius norm is missing: returns the sum of squares
# batch: 7
# %% solution-norms
def grad_norms(x, weights, skip):
    """x (B, C), weights: d tensors (C, C), skip True or False -> (d,): the norm of each layer's gradient."""
    ws = [w.detach().clone().requires_grad_() for w in weights]
    h = x
    for w in ws:
        t = torch.tanh(h @ w)
        h = h + t if skip else t
    loss = 0.5 * (h ** 2).sum()
    grads = torch.autograd.grad(loss, ws)
    return torch.stack([g.pow(2).sum() for g in grads])
