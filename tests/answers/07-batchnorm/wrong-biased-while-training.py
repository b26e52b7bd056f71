# because: The batch is normalised with the biased variance, as PyTorch does, and only the buffer collects n - 1; in this course both uses take the variance with n - 1.
# fails: BatchNorm, training output
# batch: 1
# told: true author layer with n for n-1 in training only
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
            var = x.var(0, keepdim=True, unbiased=False)
            m = self.momentum
            with torch.no_grad():
                self.running_mean = (1 - m) * self.running_mean + m * mean
                self.running_var = (1 - m) * self.running_var + m * x.var(0, keepdim=True)
        else:
            mean = self.running_mean
            var = self.running_var
        out = (x - mean) / (var + EPS) ** 0.5
        out = out * self.gain + self.bias
        return out
