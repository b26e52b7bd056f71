# because: The batch is normalised with n - 1, as in this course; PyTorch normalises with the biased variance, n.
# fails: bn_torch, out
# batch: 1
# told: true author unbiased everywhere
# %% solution-torch
def bn_torch(x, g, b, running_mean, running_var, momentum=0.1):
    mean = x.mean(0, keepdim=True)
    var = x.var(0, keepdim=True)
    out = g * (x - mean) / (var + EPS).sqrt() + b
    new_mean = (1 - momentum) * running_mean + momentum * mean
    new_var = (1 - momentum) * running_var + momentum * var
    return out, new_mean, new_var
