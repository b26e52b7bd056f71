# fails: *
# because: The step uses the constants 0.9 and 0.1 instead of self.momentum, so a layer built with another momentum is wrong.
# batch: 2
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
            mean = x.mean(0, keepdim=True)
            var = x.var(0, keepdim=True)
            with torch.no_grad():
                self.running_mean = 0.9 * self.running_mean + 0.1 * mean
                self.running_var = 0.9 * self.running_var + 0.1 * var
        else:
            mean, var = self.running_mean, self.running_var
        out = self.gain * (x - mean) / (var + EPS) ** 0.5 + self.bias
        return out
