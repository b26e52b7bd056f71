# because: the running statistics are updated without no_grad or detach, so they stay in the batch's graph
# batch: 6
# told: true author buffers keep the graph
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
            mean = x.sum(0, keepdim=True) / x.shape[0]
            var = ((x - mean)**2).sum(0, keepdim=True) / (x.shape[0] - 1)
            self.running_mean = self.running_mean * (1 - self.momentum) + mean * self.momentum
            self.running_var = self.running_var * (1 - self.momentum) + var * self.momentum
        else:
            mean, var = self.running_mean, self.running_var
        out = (x - mean) * (var + EPS)**-0.5 * self.gain + self.bias
        return out
