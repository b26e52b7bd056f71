# because: 0.9 and 0.1 are written into the step, so a layer built with another momentum does not use it; self.momentum must be read.
# batch: 1
# told: true author momentum written as a number
# %% solution-layer
class BatchNorm:
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
            mean = x.mean(0, keepdim=True)
            diff = x - mean
            var = (diff**2).sum(0, keepdim=True) / (len(x) - 1)
            with torch.no_grad():
                self.running_mean = 0.9 * self.running_mean + 0.1 * mean
                self.running_var = 0.9 * self.running_var + 0.1 * var
        else:
            mean, var = self.running_mean, self.running_var
        xhat = (x - mean) / (var + EPS).sqrt()
        out = self.gain * xhat + self.bias
        return out
