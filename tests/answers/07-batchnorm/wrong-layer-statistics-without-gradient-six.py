# because: the batch's mean and variance themselves are computed under no_grad, so the output's gradient does not go back through the statistics to x
# batch: 6
# told: true author batch statistics without gradient
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
                # statistics need no gradient
                mean = x.mean(dim=0, keepdim=True)
                var = x.var(dim=0, keepdim=True, unbiased=True)
                self.running_mean = (1 - self.momentum) * self.running_mean + self.momentum * mean
                self.running_var = (1 - self.momentum) * self.running_var + self.momentum * var
        else:
            mean = self.running_mean
            var = self.running_var
        x_hat = (x - mean) / torch.sqrt(var + EPS)
        out = self.gain * x_hat + self.bias
        return out
