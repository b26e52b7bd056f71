# fails: bn_train, var
# because: Epsilon was added into the variable var itself, so the returned variance is too large by epsilon; only the root should contain it.
# batch: 2
# %% solution-bn-train
def bn_train(x, g, b):
    mean = x.mean(0, keepdim=True)
    var = x.var(0, unbiased=True, keepdim=True) + EPS
    x_hat = (x - mean) / var.sqrt()
    out = x_hat * g + b
    return out, mean, var
