# because: The bias is added before the multiplication, g·(x̂ + b); it is g·x̂ + b.
# fails: bn_train, out
# batch: 1
# told: true author shift before scale
# %% solution-bn-train
def bn_train(x, g, b):
    mean, var = x.mean(0, keepdim=True), x.var(0, keepdim=True)
    xhat = (x - mean) * (var + EPS) ** -0.5
    out = g * (xhat + b)
    return out, mean, var
