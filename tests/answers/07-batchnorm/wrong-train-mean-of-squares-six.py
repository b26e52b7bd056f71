# because: the variance is computed as (sum of squares - n mean^2)/(n-1), which cancels catastrophically for a neuron that sits far from zero (a million, +-1)
# batch: 6
# told: true author squares minus n times the square of the mean
# %% solution-bn-train
def bn_train(x, g, b):
    """x (n, H), gain g (1, H), bias b (1, H) -> out (n, H), mean (1, H), var (1, H)."""
    N = x.shape[0]
    s1 = x.sum(0, keepdim=True)
    s2 = (x ** 2).sum(0, keepdim=True)
    mean = s1 / N
    var = (s2 - N * mean ** 2) / (N - 1)     # Var = E[x^2] - E[x]^2, with Bessel
    var = var.clamp(min=0)                   # rounding could make it negative
    out = g * (x - mean) / torch.sqrt(var + EPS) + b
    return out, mean, var
