# because: fold lets the layer act on rows: W2 is bn(W) minus bn(0), b2 is bn(b); the layer is written over a helper and lerp.
# batch: 2
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
            var, mean = torch.var_mean(x, dim=0, correction=1, keepdim=True)
            self.running_mean = self.running_mean.lerp(mean.detach(), self.momentum)
            self.running_var = self.running_var.lerp(var.detach(), self.momentum)
        else:
            mean, var = self.running_mean, self.running_var
        scale = self.gain * (var + EPS).rsqrt()
        out = (x - mean) * scale + self.bias
        return out
# %% solution-fold
def fold(W, b, bn):
    W2 = bn(W) - bn(torch.zeros_like(W))
    b2 = bn(b)
    return W2, b2
# %% solution-torch
def bn_torch(x, g, b, running_mean, running_var, momentum=0.1):
    rows = x.shape[0]
    biased, mean = torch.var_mean(x, 0, correction=0, keepdim=True)
    out = b + g * (x - mean) / torch.sqrt(biased + EPS)
    new_mean = running_mean.lerp(mean, momentum)
    new_var = running_var.lerp(biased * rows / (rows - 1), momentum)
    return out, new_mean, new_var
