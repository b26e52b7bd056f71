# fails: bn_train, out
# because: Epsilon is missing altogether, so a neuron that is constant in the batch gives 0/0.
# batch: 2
# %% solution-bn-train
def bn_train(x, g, b):
    # standardise like in statistics class
    mean, var = x.mean(0, keepdim=True), x.var(0, keepdim=True)
    z = (x - mean) / torch.sqrt(var)
    out = z * g + b
    return out, mean, var
