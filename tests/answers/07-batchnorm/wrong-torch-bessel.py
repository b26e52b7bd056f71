# fails: bn_torch, new running_var
# because: The correction goes the wrong way: from the biased to the unbiased variance one multiplies by n/(n-1), not (n-1)/n.
# batch: 2
# %% solution-torch
def bn_torch(x, g, b, running_mean, running_var, momentum=0.1):
    n = x.shape[0]
    mean = x.mean(0, keepdim=True)
    biased = ((x - mean) ** 2).sum(0, keepdim=True) / n
    unbiased = biased * (n - 1) / n
    out = g * (x - mean) / (biased + EPS).sqrt() + b
    new_mean = (1 - momentum) * running_mean + momentum * mean
    new_var = (1 - momentum) * running_var + momentum * unbiased
    return out, new_mean, new_var
