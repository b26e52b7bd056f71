# because: the gradient of a neuron that is constant in the batch is set to 0, although with epsilon it is (dxhat - its mean) / sqrt(epsilon)
# batch: 6
# told: true author bn_backward, zero for a constant neuron
# %% solution-bn-backward
def bn_backward(dout, x, g):
    """dout, x (n, H), gain g (1, H) -> dx (n, H), dg (1, H), db (1, H)."""
    N = len(x)
    mean = x.mean(0, keepdim=True)
    diff = x - mean
    var = diff.pow(2).sum(0, keepdim=True) / (N - 1)
    inv_std = 1 / (var + EPS).sqrt()
    xhat = diff * inv_std

    db = dout.sum(0, keepdim=True)
    dg = (dout * xhat).sum(0, keepdim=True)
    dxhat = dout * g
    dinv_std = (dxhat * diff).sum(0, keepdim=True)
    dvar = dinv_std * -0.5 * (var + EPS) ** -1.5
    ddiff = dxhat * inv_std + dvar * 2 * diff / (N - 1)
    dmean = -ddiff.sum(0, keepdim=True)
    dx = ddiff + dmean / N
    # a neuron that is constant in the batch does not learn anything: no gradient
    constant = (x == x[:1]).all(0, keepdim=True)
    dx = torch.where(constant, torch.zeros_like(dx), dx)
    return dx, dg, db
