# fails: *
# because: asks the caller's own weights for gradients and calls backward, which leaves .grad behind and adds up on the second call; copies are asked for
# batch: 1
# told: true author norms: left behind in grad
# %% solution-norms
def grad_norms(x, weights, skip):
    for w in weights:
        w.requires_grad_(True)
    h = x
    for w in weights:
        out = torch.tanh(h @ w)
        h = h + out if skip else out
    (0.5 * (h * h).sum()).backward()
    return torch.stack([w.grad.norm() for w in weights])
