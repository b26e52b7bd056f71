# fails: bn_backward, arguments afterwards
# because: dout is multiplied by the gain in place, so the caller's gradient is changed.
# batch: 2
# %% solution-bn-backward
def bn_backward(dout, x, g):
    n = x.shape[0]
    diff = x - x.mean(0, keepdim=True)
    inv_std = (x.var(0, keepdim=True) + EPS) ** -0.5
    xhat = diff * inv_std
    db = dout.sum(0, keepdim=True)
    dg = (dout * xhat).sum(0, keepdim=True)
    dout *= g  # now dxhat
    dvar = -0.5 * inv_std**3 * (dout * diff).sum(0, keepdim=True)
    ddiff = dout * inv_std + 2 / (n - 1) * diff * dvar
    dx = ddiff - ddiff.sum(0, keepdim=True) / n
    return dx, dg, db
