# fails: *
# because: Mean and variance are computed from x.detach(), so no gradient flows to x through the batch's statistics; only the buffers should be detached.
# batch: 2
# told: true author batch statistics without gradient
# %% solution-layer
class BatchNorm:
    """x (n, dim) -> out (n, dim)."""

    def __init__(self, dim, momentum=0.1):
        kind = {"dtype": torch.float64, "device": check.device}
        self.training = True
        self.momentum = momentum
        self.gain = torch.ones(1, dim, **kind)
        self.bias = torch.zeros(1, dim, **kind)
        self.running_mean = torch.zeros(1, dim, **kind)
        self.running_var = torch.ones(1, dim, **kind)

    def __call__(self, x):
        if self.training:
            with torch.no_grad():
                # statistics are bookkeeping: no gradient
                mean = x.mean(0, keepdim=True)
                var = x.var(0, keepdim=True)
                self.running_mean = (1 - self.momentum) * self.running_mean + self.momentum * mean
                self.running_var = (1 - self.momentum) * self.running_var + self.momentum * var
        else:
            mean, var = self.running_mean, self.running_var
        out = self.gain * (x - mean) / (var + EPS).sqrt() + self.bias
        return out
