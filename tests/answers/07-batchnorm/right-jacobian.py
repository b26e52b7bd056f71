# because: The backward pass as explicit Jacobian matrices, one column at a time; pairs of examples give the variance.
# batch: 2
# %% solution-bn-train
def bn_train(x, g, b):
    n = x.shape[0]
    mean = x[:1] + (x - x[:1]).mean(0, keepdim=True)  # shifted first
    pairs = x[:, None] - x[None, :]
    var = (pairs**2).sum((0, 1))[None] / (2 * n * (n - 1))
    out = (x - mean).div((var + EPS).sqrt()).mul(g).add(b)
    return out, mean, var
# %% solution-bn-backward
def bn_backward(dout, x, g):
    n, width = x.shape
    dx, dg, db = torch.empty_like(x), torch.empty_like(g), torch.empty_like(g)
    centre = torch.eye(n).to(x) - torch.ones(n, n).to(x) / n
    for j in range(width):
        d = centre @ x[:, j]
        s = (d @ d / (n - 1) + EPS) ** -0.5
        jacobian = s * centre - s**3 / (n - 1) * torch.outer(d, d)
        dx[:, j] = g[0, j] * (jacobian.T @ dout[:, j])
        dg[0, j] = s * (d @ dout[:, j])
        db[0, j] = dout[:, j].sum()
    return dx, dg, db
# %% solution-torch
def bn_torch(x, g, b, running_mean, running_var, momentum=0.1):
    mean = x.mean(0, keepdim=True)
    squares = (x - mean).square().sum(0, keepdim=True)
    keep = 1 - momentum
    out = g * (x - mean) / (squares / len(x) + EPS).sqrt() + b
    return out, keep * running_mean + momentum * mean, keep * running_var + momentum * squares / (len(x) - 1)
