# because: bn_train gives its three results in a list
# %% solution-bn-train
def bn_train(x, g, b):
    mean = torch.mean(x, 0, keepdim=True)
    var = torch.var(x, 0, unbiased=True, keepdim=True)
    return [g * (x - mean) / torch.sqrt(var + EPS) + b, mean, var]
