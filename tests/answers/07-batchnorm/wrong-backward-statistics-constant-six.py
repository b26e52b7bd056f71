# because: mean and variance are treated as constants: dx is only dxhat * inv_std, the paths through mean and var are missing
# batch: 6
# told: true author statistics taken for constants
# %% solution-bn-backward
def bn_backward(dout, x, g):
    """dout, x (n, H), gain g (1, H) -> dx (n, H), dg (1, H), db (1, H)."""
    # the forward pass (lines 1 to 5) from x, then dx (n, H), dg (1, H), db (1, H)
    mean = torch.mean(x, dim=0, keepdim=True)
    var = torch.var(x, dim=0, keepdim=True)
    inv_std = 1.0 / torch.sqrt(var + EPS)
    xhat = (x - mean) * inv_std
    db = torch.sum(dout, dim=0, keepdim=True)
    dg = torch.sum(dout * xhat, dim=0, keepdim=True)
    dxhat = g * dout
    dx = dxhat * inv_std
    return dx, dg, db
