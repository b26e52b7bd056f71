# because: n is the notebook's global n (5), not the number of rows of the argument x; right only for batches of five
# batch: 6
# told: true code variable of the notebook
# %% solution-bn-backward
def bn_backward(dout, x, g):
    """dout, x (n, H), gain g (1, H) -> dx (n, H), dg (1, H), db (1, H)."""
    # forward
    mean = x.mean(0, keepdim=True)
    diff = x - mean
    var = (diff ** 2).sum(0, keepdim=True) / (n - 1)
    inv_std = (var + EPS) ** -0.5
    xhat = diff * inv_std
    # backward
    db = dout.sum(0, keepdim=True)
    dg = (dout * xhat).sum(0, keepdim=True)
    dxhat = dout * g
    dinv_std = (dxhat * diff).sum(0, keepdim=True)
    dvar = -0.5 * inv_std ** 3 * dinv_std
    ddiff = dxhat * inv_std + 2 / (n - 1) * diff * dvar
    dmean = -ddiff.sum(0, keepdim=True)
    dx = ddiff + dmean / n
    return dx, dg, db
