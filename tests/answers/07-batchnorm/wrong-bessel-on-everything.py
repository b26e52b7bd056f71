# because: n/(n - 1) is applied to the finished running variance, old part included; it belongs to the batch's variance only.
# fails: bn_torch, new running_var
# batch: 1
# told: true author correction on the whole running variance
# %% solution-torch
def bn_torch(x, g, b, running_mean, running_var, momentum=0.1):
    n = x.shape[0]
    mean = x.mean(0, keepdim=True)
    biased = x.var(0, keepdim=True, correction=0)
    out = g * (x - mean) * (biased + EPS) ** -0.5 + b
    new_mean = (1 - momentum) * running_mean + momentum * mean
    new_var = (1 - momentum) * running_var + momentum * biased
    new_var = new_var * n / (n - 1)  # Bessel
    return out, new_mean, new_var
