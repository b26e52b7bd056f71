# fails: *
# because: The variance is computed as mean of squares minus squared mean, which cancels catastrophically for a neuron that sits far from zero; sum the squared deviations instead.
# batch: 2
# told: true author squares minus the square of the sum
# %% solution-bn-train
def bn_train(x, g, b):
    n = x.shape[0]
    mean = x.sum(0, keepdim=True) / n
    var = ((x * x).sum(0, keepdim=True) - n * mean * mean) / (n - 1)
    out = g * ((x - mean) * (var + EPS) ** -0.5) + b
    return out, mean, var
