# because: The buffers are updated with autograd watching, so they hang on to the graph of every batch; the update belongs under torch.no_grad().
# fails: BatchNorm, buffers in the graph
# batch: 1
# told: true author buffers keep the graph
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
            out, mean, var = bn_train(x, self.gain, self.bias)
            self.running_mean = (1 - self.momentum) * self.running_mean + self.momentum * mean
            self.running_var = (1 - self.momentum) * self.running_var + self.momentum * var
        else:
            mean, var = self.running_mean, self.running_var
            out = self.gain * (x - mean) / (var + EPS).sqrt() + self.bias
        return out
