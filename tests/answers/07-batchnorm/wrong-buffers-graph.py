# fails: BatchNorm, buffers in the graph
# because: The running statistics are updated without torch.no_grad (or detach), so each batch's graph hangs on the buffers.
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
            self.running_mean = (1 - self.momentum) * self.running_mean + self.momentum * mean
            self.running_var = (1 - self.momentum) * self.running_var + self.momentum * var
        else:
            mean = self.running_mean
            var = self.running_var
        out = self.gain * (x - mean) * (var + EPS).rsqrt() + self.bias
        return out
