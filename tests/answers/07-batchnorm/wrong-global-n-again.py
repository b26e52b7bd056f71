# fails: bn_train, out; bn_train, mean; bn_train, var
# because: The function divides by the notebook's global n instead of the number of rows of its argument.
# batch: 2
# %% solution-bn-train
def bn_train(x, g, b):
    mean = x.sum(0, keepdim=True) / n
    d = x - mean
    var = (d**2).sum(0, keepdim=True) / (n - 1)
    out = g * (d / torch.sqrt(var + EPS)) + b
    return out, mean, var
