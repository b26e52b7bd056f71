# because: mul_ and add_ change the running statistics that the caller handed in; they go in, and the updated ones come out as new tensors.
# batch: 1
# told: true author buffers written in place
# %% solution-torch
def bn_torch(x, g, b, running_mean, running_var, momentum=0.1):
    mean = x.mean(0, keepdim=True)
    diff = x - mean
    var_n = diff.square().mean(0, keepdim=True)
    out = diff / (var_n + EPS).sqrt() * g + b
    new_mean = running_mean.mul_(1 - momentum).add_(mean * momentum)
    new_var = running_var.mul_(1 - momentum).add_(x.var(0, keepdim=True) * momentum)
    return out, new_mean, new_var
