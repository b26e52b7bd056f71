# because: calls backward on the caller's own weights: requires_grad and .grad are left behind, a second call adds to them, shared tensors get the sum
# batch: 7
# %% solution-norms
def grad_norms(x, weights, skip):
    """x (B, C), weights: d tensors (C, C), skip True or False -> (d,): the norm of each layer's gradient."""
    for w in weights:
        w.requires_grad_(True)
    h = x
    for w in weights:
        h = h + torch.tanh(h @ w) if skip else torch.tanh(h @ w)
    loss = 0.5 * torch.sum(h * h)
    loss.backward()
    return torch.tensor([w.grad.norm().item() for w in weights], dtype=x.dtype, device=x.device)
