# because: running_mean and running_var of the caller are updated in place (mul_, add_) and returned, instead of new tensors
# batch: 6
# told: true author buffers written in place
# %% solution-torch
def bn_torch(x, g, b, running_mean, running_var, momentum=0.1):
    """x (n, H), all others (1, H) -> out (n, H), new running_mean (1, H), new running_var (1, H)."""
    mean = x.mean(0, keepdim=True)
    out = g * (x - mean) / torch.sqrt(x.var(0, correction=0, keepdim=True) + EPS) + b
    with torch.no_grad():
        new_mean = running_mean.mul_(1 - momentum).add_(momentum * mean)
        new_var = running_var.mul_(1 - momentum).add_(momentum * x.var(0, correction=1, keepdim=True))
    return out, new_mean, new_var
