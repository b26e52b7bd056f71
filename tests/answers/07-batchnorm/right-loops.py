# because: Everything with Python loops over columns and rows, statistics module style.
# batch: 2
# %% solution-statistics
mean, diff, var = torch.empty(1, H).to(x), torch.empty_like(x), torch.empty(1, H).to(x)
for j in range(H):
    column = [x[i, j] for i in range(n)]
    mean[0, j] = sum(column) / n
    for i in range(n):
        diff[i, j] = column[i] - mean[0, j]
    var[0, j] = sum(d * d for d in diff[:, j]) / (n - 1)
# %% solution-bn-train
def bn_train(x, g, b):
    columns = []
    for j, column in enumerate(x.unbind(1)):
        m = column.sum() / len(column)
        d = column - m
        v = d.dot(d) / (len(column) - 1)
        columns.append((g[0, j] * d / (v + EPS).sqrt() + b[0, j], m, v))
    out = torch.stack([c[0] for c in columns], 1)
    mean = torch.stack([c[1] for c in columns])[None]
    var = torch.stack([c[2] for c in columns])[None]
    return out, mean, var
# %% solution-back-affine
inv_std, xhat = torch.empty_like(var), torch.empty_like(x)
db, dg, dxhat = torch.zeros_like(g), torch.zeros_like(g), torch.empty_like(x)
for j in range(H):
    inv_std[0, j] = 1 / (var[0, j] + EPS) ** 0.5
    for i in range(n):
        xhat[i, j] = diff[i, j] * inv_std[0, j]
        db[0, j] += dout[i, j]
        dg[0, j] += dout[i, j] * xhat[i, j]
        dxhat[i, j] = dout[i, j] * g[0, j]
# %% solution-fold
def fold(W, b, bn):
    W2, b2 = torch.empty_like(W), torch.empty_like(b)
    for j in range(W.shape[1]):
        factor = bn.gain[0, j] / (bn.running_var[0, j] + EPS) ** 0.5
        W2[:, j] = W[:, j] * factor
        b2[0, j] = (b[0, j] - bn.running_mean[0, j]) * factor + bn.bias[0, j]
    return W2, b2
