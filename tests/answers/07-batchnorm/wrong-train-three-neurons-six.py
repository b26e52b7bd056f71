# because: the loop over the neurons runs over the notebook's global H (3) instead of x's own number of columns: any other H comes out wrong (more columns stay 0, fewer crash)
# batch: 6
# told: true code variable of the notebook
# %% solution-bn-train
def bn_train(x, g, b):
    """x (n, H), gain g (1, H), bias b (1, H) -> out (n, H), mean (1, H), var (1, H)."""
    out = torch.zeros_like(x)
    mean = torch.zeros_like(g)
    var = torch.zeros_like(g)
    for j in range(H):
        col = x[:, j]
        m = col.mean()
        v = ((col - m) ** 2).sum() / (len(col) - 1)
        mean[0, j] = m
        var[0, j] = v
        out[:, j] = g[0, j] * (col - m) / (v + EPS).sqrt() + b[0, j]
    return out, mean, var
