# because: The student goes from dxhat back to dg by dividing by the gain, which gives nan for a neuron with gain 0; dg is the sum of dout·xhat and needs no division.
# batch: 1
# told: true author bn_backward, dg divided out
# %% solution-bn-backward
def bn_backward(dout, x, g):
    N = x.shape[0]
    diff = x - x.mean(0, keepdim=True)
    inv_std = (x.var(0, keepdim=True) + EPS) ** -0.5
    xhat = diff * inv_std
    dxhat = dout * g
    s = (dxhat * xhat).sum(0, keepdim=True)
    dx = inv_std * (dxhat - dxhat.mean(0, keepdim=True) - xhat * s / (N - 1))
    dg = s / g
    db = dout.sum(0, keepdim=True)
    return dx, dg, db
