# because: every neuron by itself in Python loops, joined again at the end
# batch: 1
# %% solution-statistics
mean, var, diff = torch.empty(1, H, dtype=x.dtype, device=x.device), torch.empty(1, H, dtype=x.dtype, device=x.device), torch.empty_like(x)
for j in range(H):
    mean[0, j] = sum(x[i, j] for i in range(n)) / n
    for i in range(n):
        diff[i, j] = x[i, j] - mean[0, j]
    var[0, j] = sum(diff[i, j] ** 2 for i in range(n)) / (n - 1)
# %% solution-bn-train
def bn_train(x, g, b):
    outs, means, variances = [], [], []
    for j, column in enumerate(x.unbind(1)):
        m = column.sum() / len(column)
        d = column - m
        v = d.dot(d) / (len(column) - 1)
        outs.append(d / (v + EPS) ** 0.5 * g[0, j] + b[0, j])
        means.append(m)
        variances.append(v)
    return torch.stack(outs, 1), torch.stack(means)[None], torch.stack(variances)[None]
# %% solution-back-affine
inv_std = torch.stack([1 / (v + EPS) ** 0.5 for v in var[0]])[None]
xhat = torch.stack([line * inv_std[0] for line in diff])
db = sum(dout).reshape(1, -1)
dg = sum(a * c for a, c in zip(dout, xhat)).reshape(1, -1)
dxhat = torch.stack([line * g[0] for line in dout])
# %% solution-back-variance
dinv_std = torch.zeros_like(var)
for i in range(n):
    dinv_std += dxhat[i] * diff[i]
dvar = -dinv_std * inv_std * inv_std * inv_std / 2
# %% solution-back-x
ddiff = torch.zeros_like(x)
for i in range(n):
    ddiff[i] = dxhat[i] * inv_std[0] + 2 * diff[i] * dvar[0] / (n - 1)
dmean = torch.zeros_like(mean)
for line in ddiff:
    dmean -= line
dx = torch.stack([line + dmean[0] / n for line in ddiff])
# %% solution-bn-backward
def bn_backward(dout, x, g):
    n, width = x.shape
    dx = torch.empty_like(x)
    dg, db = torch.empty_like(g), torch.empty_like(g)
    for j in range(width):
        d = x[:, j] - x[:, j].mean()
        s = 1 / (d.pow(2).sum() / (n - 1) + EPS).sqrt()
        # the Jacobian of one column, (n, n)
        J = s * (torch.eye(n, dtype=x.dtype, device=x.device) - 1 / n) - s**3 / (n - 1) * torch.outer(d, d)
        dx[:, j] = J @ (dout[:, j] * g[0, j])
        dg[0, j] = dout[:, j] @ d * s
        db[0, j] = dout[:, j].sum()
    return dx, dg, db
# %% solution-fold
def fold(W, b, bn):
    columns, rest = [], []
    for j in range(W.shape[1]):
        s = bn.gain[0, j] / (bn.running_var[0, j] + EPS) ** 0.5
        columns.append(W[:, j] * s)
        rest.append((b[0, j] - bn.running_mean[0, j]) * s + bn.bias[0, j])
    return torch.stack(columns, 1), torch.stack(rest)[None]
# %% solution-torch
def bn_torch(x, g, b, running_mean, running_var, momentum=0.1):
    n = x.shape[0]
    mean = sum(x)[None] / n
    squares = sum((line - mean) ** 2 for line in x)
    out = torch.cat([g * (line - mean) / (squares / n + EPS) ** 0.5 + b for line in x])
    step = lambda old, new: old - momentum * (old - new)
    return out, step(running_mean, mean), step(running_var, squares / (n - 1))
