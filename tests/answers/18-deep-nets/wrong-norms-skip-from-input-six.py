# because: every skip connection comes from the network's input x (h = x + tanh(h W)) and not from the layer before
# batch: 6
# told: true author norms: a skip from the start
# %% solution-norms
def grad_norms(x, weights, skip):
    """x (B, C), weights: d tensors (C, C), skip True or False -> (d,): the norm of each layer's gradient."""
    ws = [w.detach().clone().requires_grad_() for w in weights]
    out = x
    for w in ws:
        out = torch.tanh(out @ w)
        if skip:
            out = out + x
    loss = 0.5 * out.pow(2).sum()
    gs = torch.autograd.grad(loss, ws)
    return torch.stack([g.pow(2).sum().sqrt() for g in gs])
