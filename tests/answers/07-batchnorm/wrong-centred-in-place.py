# because: x -= mean changes the caller's batch; x - mean makes a new tensor.
# fails: bn_train, x afterwards
# batch: 1
# told: true author x changed in place
# %% solution-bn-train
def bn_train(x, g, b):
    mean = x.mean(0, keepdim=True)
    var = x.var(0, keepdim=True)
    x -= mean
    out = g * x / (var + EPS).sqrt() + b
    return out, mean, var
