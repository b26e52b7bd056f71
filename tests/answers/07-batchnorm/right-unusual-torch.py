# because: one-pass library functions: var_mean, addcmul, lerp, einsum, closed form of the backward pass, fold by sending unit vectors through the layer
# batch: 1
# %% solution-statistics
var, mean = torch.var_mean(x, dim=0, keepdim=True)
diff = torch.sub(x, mean)
# %% solution-bn-train
def bn_train(x, g, b):
    var, mean = torch.var_mean(x, 0, keepdim=True)
    out = torch.addcmul(b, torch.sub(x, mean), g * torch.rsqrt(var + EPS))
    return out, mean, var
# %% solution-layer
class BatchNorm:
    def __init__(self, dim, momentum=0.1):
        kind = {"dtype": torch.float64, "device": check.device}
        self.training = True
        self.momentum = momentum
        self.gain = torch.ones(1, dim, **kind)
        self.bias = torch.zeros(1, dim, **kind)
        self.running_mean = torch.zeros(1, dim, **kind)
        self.running_var = torch.ones(1, dim, **kind)

    def __call__(self, x):
        if not self.training:
            return torch.addcmul(self.bias, x - self.running_mean, self.gain * (self.running_var + EPS).rsqrt())
        out, *batch = bn_train(x, self.gain, self.bias)
        for name, new in zip(("running_mean", "running_var"), batch):
            setattr(self, name, torch.lerp(getattr(self, name), new.detach(), self.momentum))
        return out
# %% solution-back-affine
inv_std = torch.rsqrt(var + EPS)
xhat = torch.einsum("ij,kj->ij", diff, inv_std)
db = torch.ones(1, n, dtype=dout.dtype, device=dout.device) @ dout
dg = torch.einsum("ij,ij->j", dout, xhat).unsqueeze(0)
dxhat = dout @ torch.diag(g[0])
# %% solution-back-variance
dinv_std = torch.diagonal(dxhat.T @ diff)[None]
dvar = -dinv_std / (2 * (var + EPS) * (var + EPS).sqrt())
# %% solution-back-x
ddiff = torch.addcmul(dxhat * inv_std, diff, dvar, value=2 / (n - 1))
dmean = ddiff.sum(0, keepdim=True).neg()
dx = ddiff - ddiff.mean(0, keepdim=True)
# %% solution-bn-backward
def bn_backward(dout, x, g):
    rows = x.shape[0]
    var, mean = torch.var_mean(x, 0, keepdim=True)
    s = (var + EPS).rsqrt()
    xhat = (x - mean) * s
    db, dg = dout.sum(0, keepdim=True), (dout * xhat).sum(0, keepdim=True)
    dx = g * s * (dout - db / rows - xhat * dg / (rows - 1))
    return dx, dg, db
# %% solution-fold
def fold(W, b, bn):
    scale = torch.diag((bn.gain / (bn.running_var + EPS).sqrt()).squeeze(0))
    W2 = W @ scale
    b2 = torch.addmm(bn.bias, b - bn.running_mean, scale)
    return W2, b2
# %% solution-torch
def bn_torch(x, g, b, running_mean, running_var, momentum=0.1):
    var, mean = torch.var_mean(x, dim=0, keepdim=True, correction=0)
    n = len(x)
    out = torch.addcmul(b, g, (x - mean) / (var + EPS).sqrt())
    return out, torch.lerp(running_mean, mean, momentum), torch.lerp(running_var, var * n / (n - 1), momentum)
