# because: epsilon is added to the standard deviation, after the root, instead of to the variance under the root
# batch: 6
# told: true author eps outside the root
# %% solution-bn-train
def bn_train(x, g, b):
    """x (n, H), gain g (1, H), bias b (1, H) -> out (n, H), mean (1, H), var (1, H)."""
    mean = x.mean(dim=0, keepdim=True)
    var = x.var(dim=0, keepdim=True)
    std = var.sqrt()
    xhat = (x - mean) / (std + EPS)
    out = g * xhat + b
    return out, mean, var
