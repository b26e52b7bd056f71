# fails: grad_norms, with skips
# because: adds the first input x at each layer instead of the layer's own input h
# batch: 1
# told: true author norms: a skip from the start
# %% solution-norms
def grad_norms(x, weights, skip):
    copies = [w.detach().clone().requires_grad_() for w in weights]
    h = x
    for w in copies:
        h = x + (h @ w).tanh() if skip else (h @ w).tanh()
    loss = 0.5 * h.pow(2).sum()
    return torch.stack([g.pow(2).sum().sqrt() for g in torch.autograd.grad(loss, copies)])
