# because: the closed formula of the paper, which belongs to the biased variance (everything over n), is used with the variance over n - 1
# batch: 6
# told: true author Bessel forward, n backward
# %% solution-bn-backward
def bn_backward(dout, x, g):
    """dout, x (n, H), gain g (1, H) -> dx (n, H), dg (1, H), db (1, H)."""
    N, D = x.shape
    mu = x.mean(0, keepdim=True)
    std = torch.sqrt(x.var(0, keepdim=True) + EPS)
    xhat = (x - mu) / std
    dg = (dout * xhat).sum(0, keepdim=True)
    db = dout.sum(0, keepdim=True)
    # cs231n
    dx = (g / (N * std)) * (N * dout - db - xhat * dg)
    return dx, dg, db
