# because: ε is added to var itself, so the function returns var + ε as the variance; ε belongs only under the root.
# batch: 1
# told: true author eps inside the returned variance
# %% solution-bn-train
def bn_train(x, g, b):
    mean = x.mean(0, keepdim=True)
    centred = x - mean
    var = (centred ** 2).sum(0, keepdim=True) / (x.shape[0] - 1) + EPS
    out = g * centred / var.sqrt() + b
    return out, mean, var
