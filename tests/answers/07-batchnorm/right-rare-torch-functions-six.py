# because: uses var_mean, lerp, addcmul, rsqrt, sum_to_size, the merged closed formula of the backward pass and calls earlier functions from later tasks
# batch: 6
# %% solution-statistics
var, mean = torch.var_mean(x, dim=0, correction=1, keepdim=True)
diff = torch.sub(x, mean)
# %% solution-bn-train
def bn_train(x, g, b):
    """x (n, H), gain g (1, H), bias b (1, H) -> out (n, H), mean (1, H), var (1, H)."""
    var, mean = torch.var_mean(x, dim=0, correction=1, keepdim=True)
    out = torch.addcmul(b, x - mean, g * var.add(EPS).rsqrt())
    return out, mean, var
# %% solution-layer
class BatchNorm:
    """x (n, dim) -> out (n, dim). Training: the batch's statistics. Evaluation: the running ones, any n ≥ 1."""

    def __init__(self, dim, momentum=0.1):
        kind = {"dtype": torch.float64, "device": check.device}
        self.training = True
        self.momentum = momentum
        self.gain = torch.ones(1, dim, **kind)  # learned
        self.bias = torch.zeros(1, dim, **kind)  # learned
        self.running_mean = torch.zeros(1, dim, **kind)  # a buffer
        self.running_var = torch.ones(1, dim, **kind)  # a buffer

    def __call__(self, x):
        if self.training:
            out, mean, var = bn_train(x, self.gain, self.bias)
            self.running_mean = torch.lerp(self.running_mean, mean.detach(), self.momentum)
            self.running_var = torch.lerp(self.running_var, var.detach(), self.momentum)
            return out
        else:
            mean, var = self.running_mean, self.running_var
        out = torch.addcdiv(self.bias, self.gain * (x - mean), var.add(EPS).sqrt())
        return out
# %% solution-back-affine
inv_std = var.add(EPS).rsqrt()
xhat = diff.mul(inv_std)
dxhat = dout.mul(g)
dg = dout.mul(xhat).T.sum(-1).unsqueeze(0)
db = dout.sum_to_size(1, H)
# %% solution-back-variance
dinv_std = dxhat.mul(diff).sum_to_size(1, H)
dvar = dinv_std.mul(inv_std.pow(3)).div(-2)
# %% solution-back-x
ddiff = torch.addcmul(dxhat * inv_std, diff, dvar, value=2 / (n - 1))
dmean = ddiff.sum_to_size(1, H).neg()
dx = torch.add(ddiff, dmean, alpha=1 / n)
# %% solution-bn-backward
def bn_backward(dout, x, g):
    """dout, x (n, H), gain g (1, H) -> dx (n, H), dg (1, H), db (1, H)."""
    N = x.size(0)
    var, mean = torch.var_mean(x, dim=0, correction=1, keepdim=True)
    inv = var.add(EPS).rsqrt()
    xhat = (x - mean) * inv
    db = dout.sum_to_size(g.shape)
    dg = (dout * xhat).sum_to_size(g.shape)
    # merged: g does not depend on the row, so it can wait until the end
    dx = g * inv * (dout - db / N - xhat * dg / (N - 1))
    return dx, dg, db
# %% solution-fold
def fold(W, b, bn):
    """W (D, H), b (1, H), bn: a BatchNorm in evaluation -> W2 (D, H), b2 (1, H) with bn(x @ W + b) = x @ W2 + b2."""
    s = torch.mul(bn.gain, bn.running_var.add(EPS).rsqrt())
    W2 = (W.T * s.T).T.contiguous()
    b2 = torch.addcmul(bn.bias, b.sub(bn.running_mean), s)
    return W2, b2
# %% solution-torch
def bn_torch(x, g, b, running_mean, running_var, momentum=0.1):
    """x (n, H), all others (1, H) -> out (n, H), new running_mean (1, H), new running_var (1, H)."""
    biased, mean = torch.var_mean(x, dim=0, correction=0, keepdim=True)
    out = torch.addcmul(b, x.sub(mean).mul(biased.add(EPS).rsqrt()), g)
    bessel = x.size(0) / (x.size(0) - 1)
    new_mean, new_var = (torch.lerp(old, new, momentum) for old, new in ((running_mean, mean), (running_var, biased * bessel)))
    return out, new_mean, new_var
