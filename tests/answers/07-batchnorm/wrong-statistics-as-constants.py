# because: Mean and variance are treated as constants, so dx is only dout·g·inv_std; the examples also act on each other through both statistics.
# fails: bn_backward, dx
# batch: 1
# told: true author statistics taken for constants
# %% solution-bn-backward
def bn_backward(dout, x, g):
    m = x.mean(0, keepdim=True)
    inv = 1 / torch.sqrt(x.var(0, keepdim=True) + EPS)
    xhat = (x - m) * inv
    dg = (xhat * dout).sum(0, keepdim=True)
    db = dout.sum(0, keepdim=True)
    dx = dout * g * inv
    return dx, dg, db
