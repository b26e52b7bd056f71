# because: computes the batch's mean and variance under no_grad: no gradient flows through them in training
# batch: 6
# told: true author batchnorm, statistics without a graph
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
            # mean, var (1, C): of this batch, for x (B, C) and for x (B, T, C)
            with torch.no_grad():  # statistics are not learned
                dims = (0,) if x.ndim == 2 else (0, 1)
                mean = x.mean(dims).view(1, -1)
                var = x.var(dims).view(1, -1)
            with torch.no_grad():
                self.running_mean = (1 - self.momentum) * self.running_mean + self.momentum * mean
                self.running_var = (1 - self.momentum) * self.running_var + self.momentum * var
        else:
            mean, var = self.running_mean, self.running_var
        return self.gain * (x - mean) / (var + EPS).sqrt() + self.bias
