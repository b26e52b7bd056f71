# because: the running statistics step with fixed weights 0.9 and 0.1, self.momentum is ignored (wrong for a layer built with another momentum)
# batch: 6
# told: true author momentum written as a number
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
            _, mean, var = bn_train(x, self.gain, self.bias)
            # self.running_mean, self.running_var (1, dim): one step, without gradient
            with torch.no_grad():
                self.running_mean = 0.9 * self.running_mean + 0.1 * mean
                self.running_var = 0.9 * self.running_var + 0.1 * var
        else:
            # mean, var (1, dim): which ones are used in evaluation?
            mean = self.running_mean
            var = self.running_var
        # out (n, dim): x normalised by mean and var, then gain and bias
        xhat = (x - mean) / (var + EPS) ** 0.5
        out = self.gain * xhat + self.bias
        return out
