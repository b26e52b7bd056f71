# because: sums are recursive (halving the batch), the statistics are merged by Chan's/Welford's update instead of two passes, everything from small helper functions
# batch: 6
# %% solution-statistics
def moments(t):
    """count, mean, sum of squared deviations of the columns: halves are merged (Chan et al.)."""
    if len(t) == 1:
        return 1, t, torch.zeros_like(t)
    half = len(t) // 2
    n1, m1, s1 = moments(t[:half])
    n2, m2, s2 = moments(t[half:])
    delta, total = m2 - m1, n1 + n2
    return total, m1 + delta * n2 / total, s1 + s2 + delta**2 * n1 * n2 / total


def column_statistics(t, lost=1):
    count, centre, squares = moments(t)
    return centre, squares / (count - lost)


mean, var = column_statistics(x)
mean = mean.clone()
diff = x - mean
# %% solution-bn-train
def bn_train(x, g, b):
    """x (n, H), gain g (1, H), bias b (1, H) -> out (n, H), mean (1, H), var (1, H)."""
    # Welford: one example after the other
    mean, squares = x[:1] * 0 + x[:1], x[:1] * 0
    for k in range(1, len(x)):
        example = x[k : k + 1]
        old = mean
        mean = old + (example - old) / (k + 1)
        squares = squares + (example - old) * (example - mean)
    var = squares / (len(x) - 1)
    out = (x - mean).div(torch.sqrt(var + EPS)).mul(g).add(b)
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

    @staticmethod
    def total(t):
        """The sum of the rows, by halves."""
        if len(t) == 1:
            return t
        half = len(t) // 2
        return BatchNorm.total(t[:half]) + BatchNorm.total(t[half:])

    def step(self, old, new):
        return old - self.momentum * (old - new.detach())

    def __call__(self, x):
        if self.training:
            mean = self.total(x) / len(x)
            var = self.total((x - mean) ** 2) / (len(x) - 1)
            self.running_mean, self.running_var = self.step(self.running_mean, mean), self.step(self.running_var, var)
        else:
            mean, var = self.running_mean, self.running_var
        out = torch.cat([(x[i : i + 1] - mean) * self.gain / (var + EPS) ** 0.5 + self.bias for i in range(len(x))])
        return out
# %% solution-back-affine
def add_rows(t):
    return t if len(t) == 1 else add_rows(t[: len(t) // 2]) + add_rows(t[len(t) // 2 :])


inv_std = torch.exp(-0.5 * torch.log(var + EPS))
xhat = diff * inv_std
db, dg, dxhat = add_rows(dout), add_rows(dout * xhat), dout * g
# %% solution-back-variance
def back_product(incoming, other):
    """rules 4 and 2"""
    product = incoming * other
    while len(product) > 1:
        product = torch.cat([product[:1] + product[1:2], product[2:]])
    return product


dinv_std = back_product(dxhat, diff)
dvar = -dinv_std * inv_std / (2 * (var + EPS))
# %% solution-back-x
from functools import reduce

ddiff = sum([dxhat * inv_std, (dvar + dvar) * diff / (n - 1)])
dmean = reduce(torch.sub, ddiff, torch.zeros_like(ddiff[0])).reshape(1, H)
dx = ddiff + dmean / n
# %% solution-bn-backward
def bn_backward(dout, x, g):
    """dout, x (n, H), gain g (1, H) -> dx (n, H), dg (1, H), db (1, H)."""
    def down(t):
        return t if len(t) == 1 else down(t[: len(t) // 2]) + down(t[len(t) // 2 :])

    def centred(t):
        return t - down(t) / len(t)

    diff = centred(x)
    v = down(diff**2) / (len(x) - 1) + EPS
    dg, db = down(dout * diff) / v.sqrt(), down(dout) * 1.0
    # dx is the centred ddiff: the mean's path takes the mean of ddiff away
    dxhat = dout * g
    dx = centred(dxhat / v.sqrt() - diff * down(dxhat * diff) / (v * v.sqrt() * (len(x) - 1)))
    return dx, dg, db
# %% solution-fold
def fold(W, b, bn):
    """W (D, H), b (1, H), bn: a BatchNorm in evaluation -> W2 (D, H), b2 (1, H) with bn(x @ W + b) = x @ W2 + b2."""
    def scaled(rows):
        """gain · rows / std, without shift"""
        return bn.gain * rows / (bn.running_var + EPS) ** 0.5

    W2 = torch.stack([scaled(r[None])[0] for r in W])
    b2 = scaled(b - bn.running_mean) + bn.bias
    return W2, b2
# %% solution-torch
def bn_torch(x, g, b, running_mean, running_var, momentum=0.1):
    """x (n, H), all others (1, H) -> out (n, H), new running_mean (1, H), new running_var (1, H)."""
    # the course's function with another gain: sqrt(var + eps) is exchanged for the biased one
    _, mean, var = bn_train(x, torch.ones_like(g), torch.zeros_like(b))
    biased = var - var / len(x)
    out = torch.stack([g[0] * (example - mean[0]) / (biased[0] + EPS).sqrt() + b[0] for example in x])

    def step(old, new):
        return old + momentum * (new - old)

    new_mean, new_var = step(running_mean, mean), step(running_var, var)
    return out, new_mean, new_var
