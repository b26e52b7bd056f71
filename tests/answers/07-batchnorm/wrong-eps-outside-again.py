# fails: bn_train, out
# because: Epsilon is added to the standard deviation, outside the root; it belongs under the root, added to the variance.
# batch: 2
# %% solution-bn-train
def bn_train(x, g, b):
    mean = x.mean(0, keepdim=True)
    var = x.var(0, keepdim=True)
    out = g * (x - mean) / (var.sqrt() + EPS) + b
    return out, mean, var
