# fails: BatchNorm, running_mean after evaluation; BatchNorm, running_var after evaluation
# because: The running statistics take a step in evaluation as well; there they must stay as they are.
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

    def update(self, mean, var):
        with torch.no_grad():
            self.running_mean = (1 - self.momentum) * self.running_mean + self.momentum * mean
            self.running_var = (1 - self.momentum) * self.running_var + self.momentum * var

    def __call__(self, x):
        batch_mean = x.mean(0, keepdim=True)
        batch_var = x.var(0, keepdim=True)
        if self.training:
            mean, var = batch_mean, batch_var
            self.update(mean, var)
        else:
            mean, var = self.running_mean, self.running_var
            self.update(batch_mean, batch_var)
        out = self.gain * ((x - mean) / (var + EPS).sqrt()) + self.bias
        return out
