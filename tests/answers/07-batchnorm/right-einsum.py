# because: Matrix products with a row of ones and einsum in place of sums; torch.var_mean.
# batch: 2
# %% solution-statistics
ones_row = torch.ones(1, n).to(x)
mean = ones_row @ x / n
diff = x - mean
var = torch.einsum("ij,ij->j", diff, diff)[None] / (n - 1)
# %% solution-bn-train
def bn_train(x, g, b):
    var, mean = torch.var_mean(x, 0, keepdim=True)
    out = torch.addcmul(b, g, (x - mean) * (var + EPS).rsqrt())
    return out, mean, var
# %% solution-back-affine
inv_std = (var + EPS).rsqrt()
xhat = torch.mul(diff, inv_std)
db = torch.ones(1, n).to(dout) @ dout
dg = torch.einsum("ij,ij->j", dout, xhat).unsqueeze(0)
dxhat = dout @ torch.diag(g[0])
# %% solution-back-variance
dinv_std = torch.diagonal(dxhat.T @ diff)[None]
dvar = -dinv_std * inv_std.pow(3).div(2)
# %% solution-back-x
ddiff = torch.addcmul(dxhat * inv_std, diff, 2 * dvar / (n - 1))
dmean = -torch.einsum("ij->j", ddiff)[None]
centre = torch.eye(n).to(x) - 1 / n
dx = centre @ ddiff
# %% solution-bn-backward
def bn_backward(dout, x, g):
    n = len(x)
    var, mean = torch.var_mean(x, 0, keepdim=True)
    s = (var + EPS).rsqrt()
    xh = (x - mean) * s
    dg = torch.einsum("ij,ij->j", dout, xh)[None]
    db = dout.sum(0)[None]
    dx = g * s * (dout - db / n - xh * dg / (n - 1))
    return dx, dg, db
