# because: the two variances are swapped: the batch is normalised by the unbiased one and the running variance collects the biased one
# batch: 6
# told: true author the two variances exchanged
# %% solution-torch
def bn_torch(x, g, b, running_mean, running_var, momentum=0.1):
    """x (n, H), all others (1, H) -> out (n, H), new running_mean (1, H), new running_var (1, H)."""
    n = x.shape[0]
    mean = x.sum(0, keepdim=True) / n
    sq = ((x - mean) ** 2).sum(0, keepdim=True)
    biased = sq / (n - 1)     # Bessel
    unbiased = sq / n
    out = g * (x - mean) / (biased + EPS) ** 0.5 + b
    new_mean = (1 - momentum) * running_mean + momentum * mean
    new_var = (1 - momentum) * running_var + momentum * unbiased
    return out, new_mean, new_var
