# because: every task loops over the columns and rows in Python and glues the pieces with torch.stack and torch.cat
# batch: 6
# %% solution-statistics
columns = [x[:, j] for j in range(x.shape[1])]
means, variances, diffs = [], [], []
for column in columns:
    total = 0.0
    for value in column:
        total = total + value
    m = total / len(column)
    d = torch.stack([value - m for value in column])
    ss = 0.0
    for value in d:
        ss = ss + value * value
    means.append(m)
    diffs.append(d)
    variances.append(ss / (len(column) - 1))
mean = torch.stack(means)[None]
diff = torch.stack(diffs, 1)
var = torch.stack(variances)[None]
# %% solution-bn-train
def bn_train(x, g, b):
    """x (n, H), gain g (1, H), bias b (1, H) -> out (n, H), mean (1, H), var (1, H)."""
    outs, means, variances = [], [], []
    for j in range(x.shape[1]):
        column = x[:, j]
        m = sum(column) / len(column)
        v = sum((value - m) ** 2 for value in column) / (len(column) - 1)
        outs.append(torch.stack([g[0, j] * ((value - m) / (v + EPS) ** 0.5) + b[0, j] for value in column]))
        means.append(m)
        variances.append(v)
    out, mean, var = torch.stack(outs, dim=1), torch.stack(means)[None], torch.stack(variances)[None]
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
            means, variances = [], []
            for j in range(x.shape[1]):
                m = sum(x[:, j]) / len(x)
                means.append(m)
                variances.append(sum((value - m) ** 2 for value in x[:, j]) / (len(x) - 1))
            mean, var = torch.stack(means).reshape(1, -1), torch.stack(variances).reshape(1, -1)
            with torch.no_grad():
                new_mean, new_var = self.running_mean.clone(), self.running_var.clone()
                for j in range(x.shape[1]):
                    new_mean[0, j] = (1 - self.momentum) * new_mean[0, j] + self.momentum * mean[0, j]
                    new_var[0, j] = (1 - self.momentum) * new_var[0, j] + self.momentum * var[0, j]
                self.running_mean, self.running_var = new_mean, new_var
        else:
            mean, var = self.running_mean, self.running_var
        rows = []
        for example in x:
            rows.append(self.gain[0] * (example - mean[0]) / (var[0] + EPS).sqrt() + self.bias[0])
        out = torch.stack(rows)
        return out
# %% solution-back-affine
inv_std = torch.stack([1 / (v + EPS).sqrt() for v in var[0]])[None]
xhat = torch.stack([d * inv_std[0] for d in diff])
db, dg = torch.zeros_like(g), torch.zeros_like(g)
dxhat = torch.zeros_like(dout)
for i in range(n):
    for j in range(H):
        db[0, j] += dout[i, j]
        dg[0, j] += dout[i, j] * xhat[i, j]
        dxhat[i, j] = dout[i, j] * g[0, j]
# %% solution-back-variance
dinv_std, dvar = torch.zeros_like(var), torch.zeros_like(var)
for j in range(H):
    for i in range(n):
        dinv_std[0, j] += dxhat[i, j] * diff[i, j]
    dvar[0, j] = dinv_std[0, j] / (-2 * (var[0, j] + EPS) * (var[0, j] + EPS).sqrt())
# %% solution-back-x
ddiff, dmean, dx = torch.zeros_like(x), torch.zeros_like(mean), torch.zeros_like(x)
for j in range(H):
    for i in range(n):
        ddiff[i, j] = dxhat[i, j] * inv_std[0, j] + dvar[0, j] * 2 * diff[i, j] / (n - 1)
        dmean[0, j] -= ddiff[i, j]
    for i in range(n):
        dx[i, j] = ddiff[i, j] + dmean[0, j] / n
# %% solution-bn-backward
def bn_backward(dout, x, g):
    """dout, x (n, H), gain g (1, H) -> dx (n, H), dg (1, H), db (1, H)."""
    rows, cols = x.shape
    dx, dg, db = torch.zeros_like(x), torch.zeros_like(g), torch.zeros_like(g)
    for j in range(cols):
        d = x[:, j] - x[:, j].mean()
        v = d.dot(d) / (rows - 1) + EPS
        s = v ** -0.5
        incoming = dout[:, j] * g[0, j]
        db[0, j] = dout[:, j].sum()
        dg[0, j] = dout[:, j].dot(d) * s
        back_var = -0.5 * s / v * incoming.dot(d)
        back_diff = [incoming[i] * s + 2 * back_var * d[i] / (rows - 1) for i in range(rows)]
        back_mean = -sum(back_diff)
        for i in range(rows):
            dx[i, j] = back_diff[i] + back_mean / rows
    return dx, dg, db
# %% solution-fold
def fold(W, b, bn):
    """W (D, H), b (1, H), bn: a BatchNorm in evaluation -> W2 (D, H), b2 (1, H) with bn(x @ W + b) = x @ W2 + b2."""
    W2, b2 = W.clone(), b.clone()
    for j in range(W.shape[1]):
        factor = bn.gain[0, j] / (bn.running_var[0, j] + EPS).sqrt()
        for i in range(W.shape[0]):
            W2[i, j] = W[i, j] * factor
        b2[0, j] = (b[0, j] - bn.running_mean[0, j]) * factor + bn.bias[0, j]
    return W2, b2
# %% solution-torch
def bn_torch(x, g, b, running_mean, running_var, momentum=0.1):
    """x (n, H), all others (1, H) -> out (n, H), new running_mean (1, H), new running_var (1, H)."""
    rows, cols = x.shape
    out, new_mean, new_var = torch.zeros_like(x), torch.zeros_like(running_mean), torch.zeros_like(running_var)
    for j in range(cols):
        m = x[:, j].sum() / rows
        ss = sum((value - m) ** 2 for value in x[:, j])
        for i in range(rows):
            out[i, j] = (x[i, j] - m) / (ss / rows + EPS) ** 0.5 * g[0, j] + b[0, j]
        new_mean[0, j] = (1 - momentum) * running_mean[0, j] + momentum * m
        new_var[0, j] = (1 - momentum) * running_var[0, j] + momentum * ss / (rows - 1)
    return out, new_mean, new_var
