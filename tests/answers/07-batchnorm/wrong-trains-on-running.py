# fails: BatchNorm, training output
# because: In training the output is normalised by the freshly updated running statistics; in training the batch's own statistics normalise.
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
        m = self.momentum
        if self.training:
            mu, s2 = x.mean(0, keepdim=True), x.var(0, keepdim=True)
            with torch.no_grad():
                self.running_mean = (1 - m) * self.running_mean + m * mu
                self.running_var = (1 - m) * self.running_var + m * s2
            mean, var = self.running_mean, self.running_var
        else:
            mean, var = self.running_mean, self.running_var
        out = self.gain * (x - mean) / (var + EPS).sqrt() + self.bias
        return out
