# because: dout *= g overwrites the gradient that belongs to the caller, who gets other results with it afterwards; dxhat = dout * g is a new tensor.
# fails: bn_backward, arguments afterwards
# batch: 1
# told: true author bn_backward, dout changed in place
# %% solution-bn-backward
def bn_backward(dout, x, g):
    k = len(x)
    diff = x - x.mean(0, keepdim=True)
    var = diff.pow(2).sum(0, keepdim=True) / (k - 1)
    inv_std = (var + EPS).pow(-0.5)
    xhat = diff * inv_std
    db = dout.sum(0, keepdim=True)
    dg = (dout * xhat).sum(0, keepdim=True)
    dout *= g  # now dxhat
    dvar = (dout * diff).sum(0, keepdim=True) * -0.5 * inv_std ** 3
    ddiff = dout * inv_std + 2 * diff / (k - 1) * dvar
    dmean = -ddiff.sum(0, keepdim=True)
    dx = ddiff + dmean / k
    return dx, dg, db
