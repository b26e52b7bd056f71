# because: x is centred and divided in place (-= and /=), so the caller's batch is changed
# batch: 6
# told: true author x centred and divided in place
# %% solution-bn-train
def bn_train(x, g, b):
    """x (n, H), gain g (1, H), bias b (1, H) -> out (n, H), mean (1, H), var (1, H)."""
    mean = x.mean(0, keepdim=True)
    x -= mean
    var = (x ** 2).sum(0, keepdim=True) / (len(x) - 1)
    x /= torch.sqrt(var + EPS)
    out = x * g + b
    return out, mean, var
