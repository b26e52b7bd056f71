# fails: BatchNorm, buffers in the graph
# because: The whole forward pass, output included, runs under torch.no_grad; only the update of the buffers belongs there, since gradients must flow back through the output.
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

    @torch.no_grad()
    def __call__(self, x):
        if self.training:
            mean, var = x.mean(0, keepdim=True), x.var(0, keepdim=True)
            self.running_mean = self.running_mean + self.momentum * (mean - self.running_mean)
            self.running_var = self.running_var + self.momentum * (var - self.running_var)
        else:
            mean, var = self.running_mean, self.running_var
        out = self.gain * (x - mean) / (var + EPS).sqrt() + self.bias
        return out
