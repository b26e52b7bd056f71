# because: the running statistics take their step in evaluation as well (the batch's statistics are mixed in after use), they should stay as they are
# batch: 6
# told: true author running statistics updated in evaluation
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
        batch_mean = x.mean(0, keepdim=True)
        batch_var = x.var(0, keepdim=True) if len(x) > 1 else torch.zeros_like(batch_mean)
        if self.training:
            mean, var = batch_mean, batch_var
        else:
            mean, var = self.running_mean, self.running_var
        out = self.gain * (x - mean) / (var + EPS).sqrt() + self.bias
        with torch.no_grad():
            a = self.momentum
            self.running_mean = (1 - a) * self.running_mean + a * batch_mean
            self.running_var = (1 - a) * self.running_var + a * batch_var
        return out
