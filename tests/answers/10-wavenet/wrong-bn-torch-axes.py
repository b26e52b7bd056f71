# fails: BatchNorm, (B, T, C)
# because: The axes of torch's BatchNorm1d (0 and 2), with the channels in the middle; here the channels are last.
# batch: 2
# told: true author batchnorm, torch's axes
# %% solution-batchnorm
class BatchNorm(Layer):
    """x (B, C) or (B, T, C) -> the same shape, every channel normalised over all other axes."""

    def __init__(self, C, momentum=0.1):
        kind = {"dtype": torch.float64, "device": check.device}
        self.momentum = momentum
        self.gain, self.bias = torch.ones(1, C, **kind), torch.zeros(1, C, **kind)  # learned
        self.running_mean, self.running_var = torch.zeros(1, C, **kind), torch.ones(1, C, **kind)  # buffers

    def parameters(self):
        return [self.gain, self.bias]

    def __call__(self, x):
        if self.training:
            axes = (0,) if x.ndim == 2 else (0, 2)
            mean, var = x.mean(axes, keepdim=True), x.var(axes, keepdim=True)
            with torch.no_grad():
                self.running_mean = (1 - self.momentum) * self.running_mean + self.momentum * mean
                self.running_var = (1 - self.momentum) * self.running_var + self.momentum * var
        else:
            mean, var = self.running_mean, self.running_var
        return self.gain * (x - mean) / (var + EPS).sqrt() + self.bias
