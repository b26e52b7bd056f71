# fails: bn_torch, out
# because: The output is normalised with n - 1, the course's convention; PyTorch normalises the batch by the biased variance, with n.
# batch: 2
# %% solution-torch
def bn_torch(x, g, b, running_mean, running_var, momentum=0.1):
    mean, var = x.mean(0, keepdim=True), x.var(0, keepdim=True)
    out = g * (x - mean) / (var + EPS).sqrt() + b
    new_mean = (1 - momentum) * running_mean + momentum * mean
    new_var = (1 - momentum) * running_var + momentum * var
    return out, new_mean, new_var
