# fails: grad_norms, plain
# because: The norms come in the order in which the gradients are computed backwards, the last layer first; the first layer must come first.
# batch: 2
# told: true author norms: last layer first
# %% solution-norms
def grad_norms(x, weights, skip):
    """x (B, C), weights: d tensors (C, C), skip True or False -> (d,): the norm of each layer's gradient."""
    hs = [x]
    for w in weights:
        a = torch.tanh(hs[-1] @ w)
        hs.append(hs[-1] + a if skip else a)
    norms, dh = [], hs[-1]
    for w, h in zip(reversed(weights), reversed(hs[:-1])):
        dz = dh * (1 - torch.tanh(h @ w) ** 2)
        norms.append((h.T @ dz).norm().detach())
        dh = dz @ w.T + (dh if skip else 0)
    return torch.stack(norms)
