# because: For a neuron without variance the factor is set to 0 to avoid the division, and with it its gradient; ε is there for that, the factor is 1/√ε and the gradient large, not 0.
# batch: 1
# told: true author bn_backward, zero for a constant neuron
# %% solution-bn-backward
def bn_backward(dout, x, g):
    n = x.shape[0]
    mean = x.mean(0, keepdim=True)
    diff = x - mean
    var = (diff ** 2).sum(0, keepdim=True) / (n - 1)
    inv_std = torch.where(var > 0, 1 / (var + EPS).sqrt(), torch.zeros_like(var))
    xhat = diff * inv_std
    dxhat = dout * g
    dinv_std = (dxhat * diff).sum(0, keepdim=True)
    dvar = -0.5 * dinv_std * inv_std ** 3
    ddiff = dxhat * inv_std + 2 / (n - 1) * diff * dvar
    dmean = -ddiff.sum(0, keepdim=True)
    dx = ddiff + dmean / n
    dg = (dout * xhat).sum(0, keepdim=True)
    db = dout.sum(0, keepdim=True)
    return dx, dg, db
