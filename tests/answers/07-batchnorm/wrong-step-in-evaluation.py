# because: The running statistics take their step outside of the if, in evaluation as well; there they must stay as they are.
# fails: BatchNorm, running_mean after evaluation; BatchNorm, running_var after evaluation
# batch: 1
# told: true author running statistics updated in evaluation
# %% solution-layer
class BatchNorm:
    def __init__(self, dim, momentum=0.1):
        kind = {"dtype": torch.float64, "device": check.device}
        self.training = True
        self.momentum = momentum
        self.gain = torch.ones(1, dim, **kind)  # learned
        self.bias = torch.zeros(1, dim, **kind)  # learned
        self.running_mean = torch.zeros(1, dim, **kind)  # a buffer
        self.running_var = torch.ones(1, dim, **kind)  # a buffer

    def __call__(self, x):
        bmean = x.mean(0, keepdim=True)
        bvar = x.var(0, keepdim=True)
        if self.training:
            mean, var = bmean, bvar
        else:
            mean, var = self.running_mean, self.running_var
        out = self.gain * (x - mean) / (var + EPS).sqrt() + self.bias
        with torch.no_grad():
            self.running_mean = (1 - self.momentum) * self.running_mean + self.momentum * bmean
            self.running_var = (1 - self.momentum) * self.running_var + self.momentum * bvar
        return out
