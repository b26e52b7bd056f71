# because: The function divides by the notebook's n and not by the number of rows of its argument, which is right only for batches of the same size.
# batch: 1
# told: true author Task 6's n
# %% solution-bn-backward
def bn_backward(dout, x, g):
    mean = x.mean(0, keepdim=True)
    diff = x - mean
    var = x.var(0, keepdim=True)
    inv_std = (var + EPS) ** -0.5
    xhat = diff * inv_std
    db = dout.sum(0, keepdim=True)
    dg = (dout * xhat).sum(0, keepdim=True)
    dxhat = dout * g
    dvar = -0.5 * inv_std**3 * (dxhat * diff).sum(0, keepdim=True)
    ddiff = dxhat * inv_std + dvar * 2 * diff / (n - 1)
    dx = ddiff - ddiff.sum(0, keepdim=True) / n
    return dx, dg, db
