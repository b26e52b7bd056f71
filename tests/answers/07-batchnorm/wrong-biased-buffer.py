# because: The biased variance goes into the running variance, too; PyTorch collects the unbiased one there.
# fails: bn_torch, new running_var
# batch: 1
# told: true author biased everywhere
# %% solution-torch
def bn_torch(x, g, b, running_mean, running_var, momentum=0.1):
    mu = x.mean(0, keepdim=True)
    s2 = ((x - mu) ** 2).mean(0, keepdim=True)
    out = (x - mu) / torch.sqrt(s2 + EPS) * g + b
    new_mean = torch.lerp(running_mean, mu, momentum)
    new_var = torch.lerp(running_var, s2, momentum)
    return out, new_mean, new_var
