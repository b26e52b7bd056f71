# fails: bn_torch, arguments afterwards
# because: The running statistics are updated in place with mul_ and add_; the arguments must stay and new tensors come out.
# batch: 2
# %% solution-torch
def bn_torch(x, g, b, running_mean, running_var, momentum=0.1):
    mu = x.mean(0, keepdim=True)
    out = g * (x - mu) * (x.var(0, correction=0, keepdim=True) + EPS).rsqrt() + b
    new_mean = running_mean.mul_(1 - momentum).add_(momentum * mu)
    new_var = running_var.mul_(1 - momentum).add_(momentum * x.var(0, keepdim=True))
    return out, new_mean, new_var
