# fails: bn_backward, dg; bn_backward, db
# because: The results are returned as dx, db, dg; the docstring asks for dx, dg, db.
# batch: 2
# %% solution-bn-backward
def bn_backward(dout, x, g):
    n, _ = x.shape
    mean = x.mean(0, keepdim=True)
    diff = x - mean
    inv_std = 1 / (x.var(0, keepdim=True) + EPS).sqrt()
    xhat = diff * inv_std
    dxhat = dout * g
    dinv_std = (dxhat * diff).sum(0, keepdim=True)
    dvar = -0.5 * inv_std**3 * dinv_std
    ddiff = dxhat * inv_std + 2 * diff * dvar / (n - 1)
    dmean = -ddiff.sum(0, keepdim=True)
    dx = ddiff + dmean / n
    return dx, dout.sum(0, keepdim=True), (dout * xhat).sum(0, keepdim=True)
