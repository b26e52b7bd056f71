# because: the backward pass in another but equal order of terms, statistics by cov, in-place work on clones
# batch: 1
# %% solution-statistics
mean = torch.full((1, n), 1 / n, dtype=x.dtype, device=x.device) @ x
diff = x.clone().sub_(mean)
var = torch.cov(x.T).diagonal().reshape(1, H)
# %% solution-bn-train
def bn_train(x, g, b):
    mean = x.mean(0)[None, :]
    var = x.sub(mean).norm(dim=0, keepdim=True) ** 2 / (len(x) - 1)
    out = x.clone()
    out -= mean
    out /= torch.sqrt(var + EPS)
    out *= g
    out += b
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
        mean, var = self.running_mean, self.running_var
        if self.training:
            mean, std = x.mean(dim=0, keepdim=True), x.std(dim=0, keepdim=True)
            var = std * std
            with torch.no_grad():
                keep = 1 - self.momentum
                self.running_mean.mul_(keep).add_(mean, alpha=self.momentum)
                self.running_var.mul_(keep).add_(var, alpha=self.momentum)
        scale = self.gain / (var + EPS).sqrt()
        return (x - mean) * scale + self.bias
# %% solution-back-affine
inv_std = torch.exp(-0.5 * torch.log(var + EPS))
xhat = diff / (var + EPS).sqrt()
dxhat = g.expand_as(dout) * dout
dg = (xhat * dout).T.sum(1).view(1, H)
db = dout.cumsum(0)[-1:]
# %% solution-back-variance
dinv_std = (diff * dxhat).mean(0, keepdim=True) * n
dvar = dinv_std * (-inv_std / (2 * (var + EPS)))
# %% solution-back-x
through_xhat, through_var = dxhat * inv_std, dvar * diff * (2 / (n - 1))
ddiff = through_xhat + through_var
dmean = -through_xhat.sum(0, keepdim=True) - through_var.sum(0, keepdim=True)
dx = torch.stack([ddiff, dmean.expand_as(ddiff) / n]).sum(0)
# %% solution-bn-backward
def bn_backward(dout, x, g):
    m = x.size(0)
    mean = x.mean(0, keepdim=True)
    var = x.var(0, keepdim=True)
    std = (var + EPS).sqrt()
    dxhat = dout * g
    # dmean: the path through var gives nothing, the deviations add up to 0
    dmean = -(dxhat / std).sum(0, keepdim=True)
    dvar = -0.5 * (dxhat * (x - mean)).sum(0, keepdim=True) / std**3
    dx = dxhat / std + dmean / m + dvar * 2 * (x - mean) / (m - 1)
    return dx, (dout * (x - mean) / std).sum(0, keepdim=True), dout.sum(0, keepdim=True)
# %% solution-fold
def fold(W, b, bn):
    # homogeneous coordinates: b is one more row of W
    A = torch.cat([W, b - bn.running_mean])
    A = A * bn.gain / (bn.running_var + EPS) ** 0.5
    A[-1:] += bn.bias
    return A[:-1], A[-1:]
# %% solution-torch
def bn_torch(x, g, b, running_mean, running_var, momentum=0.1):
    mean = x.mean(0, keepdim=True)
    var = torch.mean((x - mean) ** 2, 0, keepdim=True)
    bessel = x.shape[0] / (x.shape[0] - 1)
    out = b + g * (x - mean) / (var + EPS).sqrt()
    new_mean = running_mean.clone().mul_(1 - momentum).add_(momentum * mean)
    new_var = running_var.clone().mul_(1 - momentum).add_(momentum * bessel * var)
    return out, new_mean, new_var
