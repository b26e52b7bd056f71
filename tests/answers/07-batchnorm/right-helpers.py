# because: a helper class for the statistics, a matrix that centres, fold by probing the layer with unit vectors
# batch: 1
# %% solution-statistics
centre = torch.eye(n, dtype=x.dtype, device=x.device) - 1 / n
diff = centre @ x
mean = (x - diff)[:1]
var = (diff.T @ diff).diagonal()[None] / (n - 1)
# %% solution-bn-train
class _Stats:
    def __init__(self, x, ddof=1):
        self.mean = x.mean(0, keepdim=True)
        self.diff = x - self.mean
        self.var = self.diff.square().sum(0, keepdim=True) / (x.shape[0] - ddof)

    @property
    def xhat(self):
        return self.diff / torch.hypot(self.var.sqrt(), torch.tensor(EPS, dtype=self.var.dtype, device=self.var.device).sqrt())


def bn_train(x, g, b):
    s = _Stats(x)
    return s.xhat.mul(g).add(b), s.mean, s.var
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

    @torch.no_grad()
    def _remember(self, mean, var):
        self.running_mean = self.running_mean + self.momentum * (mean - self.running_mean)
        self.running_var = self.running_var + self.momentum * (var - self.running_var)

    def _use(self, x, mean, var):
        return (x - mean) / (var + EPS) ** 0.5 * self.gain + self.bias

    def __call__(self, x):
        if self.training:
            mean = x.mean(0, keepdim=True)
            var = (x - mean).pow(2).sum(0, keepdim=True) / (x.shape[0] - 1)
            self._remember(mean, var)
            return self._use(x, mean, var)
        return self._use(x, self.running_mean, self.running_var)
# %% solution-bn-backward
def bn_backward(dout, x, g):
    n = x.shape[0]

    def total(t):
        return t.sum(0, keepdim=True)

    diff = x - total(x) / n
    v = total(diff * diff) / (n - 1) + EPS
    dg, db = total(dout * diff) / v.sqrt(), total(dout)
    centred = dout - db / n
    dx = g / v.sqrt() * (centred - diff * total(dout * diff) / (v * (n - 1)))
    return dx, dg, db
# %% solution-fold
def fold(W, b, bn):
    def layer(h):
        return bn.gain * ((h - bn.running_mean) / torch.sqrt(bn.running_var + EPS)) + bn.bias

    zero = torch.zeros_like(b)
    offset = layer(zero)
    slope = bn.gain / torch.sqrt(bn.running_var + EPS)
    W2 = torch.vstack([line * slope for line in W])
    b2 = offset + slope * b
    return W2, b2
# %% solution-torch
def bn_torch(x, g, b, running_mean, running_var, momentum=0.1):
    n = x.shape[0]
    stacked = torch.cat([running_mean, running_var])
    unbiased = x.std(0, keepdim=True) ** 2
    new = torch.cat([x.mean(0, keepdim=True), unbiased])
    new_mean, new_var = (stacked * (1 - momentum) + new * momentum).split(1)
    out = (x - x.mean(0, keepdim=True)) * (unbiased * (n - 1) / n + EPS).rsqrt() * g + b
    return out, new_mean, new_var
