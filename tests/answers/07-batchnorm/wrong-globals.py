# fails: bn_backward, dx; bn_backward, dg
# because: The function uses the notebook's diff, inv_std and xhat instead of computing them from its argument x.
# batch: 2
# %% solution-bn-backward
def bn_backward(dout, x, g):
    n = x.shape[0]
    db = dout.sum(0, keepdim=True)
    dg = (dout * xhat).sum(0, keepdim=True)
    dxhat = dout * g
    dinv = (dxhat * diff).sum(0, keepdim=True)
    dvar = -0.5 * inv_std**3 * dinv
    ddiff = dxhat * inv_std + 2 * diff * dvar / (n - 1)
    dx = ddiff - ddiff.mean(0, keepdim=True)
    return dx, dg, db
