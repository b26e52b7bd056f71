# because: The variance is computed as the mean of the squares minus the square of the mean, which loses nearly all digits for a neuron far from zero; the squares of the deviations must be averaged.
# batch: 1
# told: true author squares minus the square of the sum
# %% solution-bn-train
def bn_train(x, g, b):
    n = x.shape[0]
    mean = x.sum(0, keepdim=True) / n
    var = ((x * x).sum(0, keepdim=True) - n * mean * mean) / (n - 1)
    out = (x - mean) / torch.sqrt(var + EPS) * g + b
    return out, mean, var
