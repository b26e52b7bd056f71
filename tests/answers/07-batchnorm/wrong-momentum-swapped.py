# fails: BatchNorm, running_mean; BatchNorm, running_var
# because: Momentum was used as the weight of the old value, as in Keras; here m belongs to the new value.
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
            mean, var = x.mean(0, keepdim=True), x.var(0, keepdim=True)
            with torch.no_grad():
                m = self.momentum
                self.running_mean = m * self.running_mean + (1 - m) * mean
                self.running_var = m * self.running_var + (1 - m) * var
        else:
            mean, var = self.running_mean, self.running_var
        out = self.gain * (x - mean) / torch.sqrt(var + EPS) + self.bias
        return out
