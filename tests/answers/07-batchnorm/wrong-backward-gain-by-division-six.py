# because: dg is obtained from the sum of dxhat * xhat divided by g, which is 0/0 (nan) for a neuron whose gain is 0
# batch: 6
# told: true author bn_backward, dg divided out
# %% solution-bn-backward
def bn_backward(dout, x, g):
    """dout, x (n, H), gain g (1, H) -> dx (n, H), dg (1, H), db (1, H)."""
    rows = x.shape[0]
    diff = x - x.mean(0, keepdim=True)
    inv_std = torch.rsqrt(diff.square().sum(0, keepdim=True) / (rows - 1) + EPS)
    xhat = diff * inv_std

    dxhat = dout * g
    s0 = dxhat.sum(0, keepdim=True)
    s1 = (dxhat * xhat).sum(0, keepdim=True)
    dx = inv_std * (dxhat - s0 / rows - xhat * s1 / (rows - 1))

    # the two sums are needed once more, without the g in them
    dg = s1 / g
    db = dout.sum(0, keepdim=True)
    return dx, dg, db
