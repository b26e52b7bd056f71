# because: leaves the tanh out in the last layer, as in a usual network with a linear output
# batch: 6
# told: true author norms: no tanh in the last layer
# %% solution-norms
def grad_norms(x, weights, skip):
    """x (B, C), weights: d tensors (C, C), skip True or False -> (d,): the norm of each layer's gradient."""
    d = len(weights)
    W = [w.detach().clone().requires_grad_() for w in weights]
    h = x
    for l in range(d):
        z = h @ W[l]
        if l < d - 1:      # output layer: no activation
            z = z.tanh()
        h = h + z if skip else z
    L = 0.5 * (h ** 2).sum()
    return torch.stack([torch.linalg.norm(g) for g in torch.autograd.grad(L, W)])
