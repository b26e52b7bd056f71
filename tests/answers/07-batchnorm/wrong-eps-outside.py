# because: ε is added to the standard deviation after the root; it stands under the root, √(var + ε).
# fails: bn_train, out
# batch: 1
# told: true author eps outside the root
# %% solution-bn-train
def bn_train(x, g, b):
    mean = x.mean(0, keepdim=True)
    var = x.var(0, keepdim=True)
    std = x.std(0, keepdim=True)
    out = g * (x - mean) / (std + EPS) + b
    return out, mean, var
