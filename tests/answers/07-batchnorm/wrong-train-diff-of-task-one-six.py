# because: the variance is computed from the notebook's global diff and n of Task 1 instead of from the argument x
# batch: 6
# told: true code variable of the notebook
# %% solution-bn-train
def bn_train(x, g, b):
    """x (n, H), gain g (1, H), bias b (1, H) -> out (n, H), mean (1, H), var (1, H)."""
    # mean (1, H) and var (1, H) as in Task 1, but of the argument x; out (n, H): normalised, scaled, shifted
    mean = x.mean(0, keepdim=True)
    d = x - mean
    var = (diff ** 2).sum(0, keepdim=True) / (n - 1)
    xhat = d / (var + EPS) ** 0.5
    out = g * xhat + b
    return out, mean, var
