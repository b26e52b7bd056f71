# because: sums over the batch are products with a row of ones, scaling is a product with a diagonal matrix, dx is one Jacobian per neuron via einsum
# batch: 6
# %% solution-statistics
one = torch.ones(1, n, dtype=x.dtype, device=x.device)
mean = one @ x / n
diff = x - one.T @ mean
var = torch.einsum("ij,ij->j", diff, diff).unsqueeze(0) / (n - 1)
# %% solution-bn-train
def bn_train(x, g, b):
    """x (n, H), gain g (1, H), bias b (1, H) -> out (n, H), mean (1, H), var (1, H)."""
    k = x.shape[0]
    one = x.new_ones(1, k)
    mean = one @ x / k
    d = x - one.T @ mean
    var = one @ (d * d) / (k - 1)
    out = torch.addmm(one.T @ b, d, torch.diag((g * torch.rsqrt(var + EPS))[0]))
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
            k = x.shape[0]
            one = x.new_ones(1, k)
            mean = one @ x / k
            var = torch.einsum("ij,ij->j", x - mean, x - mean)[None, :] / (k - 1)
            weights = torch.tensor([[1 - self.momentum, self.momentum]], dtype=x.dtype, device=x.device)
            self.running_mean = (weights @ torch.cat([self.running_mean, mean])).detach()
            self.running_var = (weights @ torch.cat([self.running_var, var])).detach()
        else:
            mean, var = self.running_mean, self.running_var
        scale = torch.diag_embed((self.gain * torch.rsqrt(var + EPS)).flatten())
        out = (x - mean) @ scale + self.bias
        return out
# %% solution-back-affine
one = torch.ones(1, n, dtype=x.dtype, device=x.device)
inv_std = torch.rsqrt(var + EPS)
xhat = diff @ torch.diag(inv_std[0])
db = one @ dout
dg = torch.diagonal(dout.T @ xhat)[None, :]
dxhat = dout @ torch.diag(g[0])
# %% solution-back-variance
dinv_std = torch.diagonal(diff.T @ dxhat)[None, :]
dvar = dinv_std @ torch.diag(-inv_std[0] ** 3 / 2)
# %% solution-back-x
one = torch.ones(1, n, dtype=x.dtype, device=x.device)
ddiff = dxhat @ torch.diag(inv_std[0]) + diff @ torch.diag(2 * dvar[0] / (n - 1))
dmean = -(one @ ddiff)
dx = ddiff + one.T @ dmean / n
# %% solution-bn-backward
def bn_backward(dout, x, g):
    """dout, x (n, H), gain g (1, H) -> dx (n, H), dg (1, H), db (1, H)."""
    k = x.shape[0]
    one = x.new_ones(1, k)
    d = x - one @ x / k
    inv = torch.rsqrt(one @ (d * d) / (k - 1) + EPS)
    xh = d * inv
    db = one @ dout
    dg = one @ (dout * xh)
    # one symmetric Jacobian (k, k) per neuron: d xhat_i / d x_l = inv (delta_il - 1/k - xhat_i xhat_l / (k - 1))
    eye = torch.eye(k, dtype=x.dtype, device=x.device) - 1 / k
    J = inv[0][:, None, None] * (eye[None] - torch.einsum("ij,lj->jil", xh, xh) / (k - 1))
    dx = torch.einsum("ij,jil->lj", dout * g, J)
    return dx, dg, db
# %% solution-fold
def fold(W, b, bn):
    """W (D, H), b (1, H), bn: a BatchNorm in evaluation -> W2 (D, H), b2 (1, H) with bn(x @ W + b) = x @ W2 + b2."""
    S = torch.diag((bn.gain * torch.rsqrt(bn.running_var + EPS))[0])
    stacked = torch.cat([W, b - bn.running_mean]) @ S
    W2, b2 = stacked[:-1], stacked[-1:] + bn.bias
    return W2, b2
# %% solution-torch
def bn_torch(x, g, b, running_mean, running_var, momentum=0.1):
    """x (n, H), all others (1, H) -> out (n, H), new running_mean (1, H), new running_var (1, H)."""
    k = x.shape[0]
    one = x.new_ones(1, k)
    mean = one @ x / k
    d = x - mean
    ss = torch.einsum("ij,ij->j", d, d)[None, :]
    out = d @ torch.diag((g * torch.rsqrt(ss / k + EPS))[0]) + b
    old_new = torch.tensor([[1 - momentum, momentum]], dtype=x.dtype, device=x.device)
    new_mean = old_new @ torch.cat([running_mean, mean])
    new_var = old_new @ torch.cat([running_var, ss / (k - 1)])
    return out, new_mean, new_var
