# because: in training too the layer normalises by the (just updated) running statistics instead of by the batch's own
# batch: 6
# told: true author running statistics in training
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
            with torch.no_grad():
                self.running_mean = (1 - self.momentum) * self.running_mean + self.momentum * x.mean(0, keepdim=True)
                self.running_var = (1 - self.momentum) * self.running_var + self.momentum * x.var(0, keepdim=True)
            mean = self.running_mean
            var = self.running_var
        else:
            mean = self.running_mean
            var = self.running_var
        out = self.gain * ((x - mean) / torch.sqrt(var + EPS)) + self.bias
        return out
