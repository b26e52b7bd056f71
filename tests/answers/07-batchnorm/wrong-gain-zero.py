# fails: *
# because: dg is recovered from dxhat by dividing by the gain, which is 0/0 for a neuron whose gain is 0; use dout times xhat directly.
# batch: 2
# %% solution-bn-backward
def bn_backward(dout, x, g):
    N = len(x)
    d = x - x.mean(0, keepdim=True)
    s = ((d * d).sum(0, keepdim=True) / (N - 1) + EPS) ** -0.5
    xh = d * s
    dxh = dout * g
    t = (dxh * xh).sum(0, keepdim=True)
    dg = t / g
    db = dout.sum(0, keepdim=True)
    dx = s * (dxh - dxh.mean(0, keepdim=True) - xh * t / (N - 1))
    return dx, dg, db
