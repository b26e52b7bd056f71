# fails: bn_torch, new running_var
# because: The running variance collects the biased variance; PyTorch's running variance collects the unbiased one.
# batch: 2
# %% solution-torch
def bn_torch(x, g, b, running_mean, running_var, momentum=0.1):
    mean = x.mean(0, keepdim=True)
    var = ((x - mean) ** 2).mean(0, keepdim=True)
    out = g * (x - mean) / (var + EPS).sqrt() + b
    new_mean = torch.lerp(running_mean, mean, momentum)
    new_var = torch.lerp(running_var, var, momentum)
    return out, new_mean, new_var
