# fails: bn_train, x afterwards
# because: The mean is subtracted in place (x -= mean), which changes the caller's batch; a new tensor is needed.
# batch: 2
# %% solution-bn-train
def bn_train(x, g, b):
    mean = x.mean(0, keepdim=True)
    x -= mean
    var = (x**2).sum(0, keepdim=True) / (len(x) - 1)
    out = g * x / (var + EPS).sqrt() + b
    return out, mean, var
