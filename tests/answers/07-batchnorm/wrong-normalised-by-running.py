# because: In training, too, the output is normalised by the running statistics after their step; in training the batch's own mean and variance are used.
# fails: BatchNorm, training output
# batch: 1
# told: true author running statistics in training
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
        if self.training:
            with torch.no_grad():
                for name, new in (("running_mean", x.mean(0, keepdim=True)), ("running_var", x.var(0, keepdim=True))):
                    old = getattr(self, name)
                    setattr(self, name, old + self.momentum * (new - old))
        mean, var = self.running_mean, self.running_var
        out = self.gain * (x - mean) / (var + EPS).sqrt() + self.bias
        return out
