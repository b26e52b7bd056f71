# because: the argument momentum is not used, the step always has the weights 0.9 and 0.1
# batch: 6
# told: true author bn_torch, momentum written as a number
# %% solution-torch
def bn_torch(x, g, b, running_mean, running_var, momentum=0.1):
    """x (n, H), all others (1, H) -> out (n, H), new running_mean (1, H), new running_var (1, H)."""
    # out: normalised as PyTorch does; new_mean, new_var: one step with the given momentum
    mean = x.mean(0, keepdim=True)
    diff = x - mean
    # running statistics, as in my layer
    new_mean = 0.9 * running_mean + 0.1 * mean
    new_var = 0.9 * running_var + 0.1 * x.var(0, keepdim=True)
    # normalise with n
    out = diff / torch.sqrt((diff ** 2).mean(0, keepdim=True) + EPS) * g + b
    return out, new_mean, new_var
