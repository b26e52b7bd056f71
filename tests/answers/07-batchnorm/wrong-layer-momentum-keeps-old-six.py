# because: momentum is used as the weight of the old running value (Keras) instead of the new batch value
# batch: 6
# told: true author momentum swapped
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
            # mean, var (1, dim): of this batch
            mean = x.mean(0, keepdim=True)
            var = x.var(0, keepdim=True)
            m = self.momentum
            with torch.no_grad():
                self.running_mean = m * self.running_mean + (1 - m) * mean
                self.running_var = m * self.running_var + (1 - m) * var
        else:
            mean, var = self.running_mean, self.running_var
        out = self.gain * (x - mean) / torch.sqrt(var + EPS) + self.bias
        return out
