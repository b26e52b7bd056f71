# because: Loops over positions and examples; nothing is padded, zeros are filled in place by place.
# batch: 2
# %% solution-flatten
class FlattenConsecutive(Layer):
    """x (B, T, C) -> (B, T / n, C n): n neighbours side by side; (B, C n) if only one group is left."""

    def __init__(self, n):
        self.n = n

    def __call__(self, x):
        B, T, C = x.shape
        n = self.n
        groups, rest = divmod(T, n)
        if rest != 0:
            raise ValueError("cannot split T = %d positions into groups of n = %d" % (T, n))
        joined = []
        for i in range(groups):
            joined.append(torch.cat([x[:, n * i + k] for k in range(n)], dim=1))
        return joined[0] if groups == 1 else torch.stack(joined, dim=1)
# %% solution-batchnorm
class BatchNorm(Layer):
    """x (B, C) or (B, T, C) -> the same shape, every channel normalised over all other axes."""

    def __init__(self, C, momentum=0.1):
        kind = {"dtype": torch.float64, "device": check.device}
        self.momentum = momentum
        self.gain, self.bias = torch.ones(1, C, **kind), torch.zeros(1, C, **kind)  # learned
        self.running_mean, self.running_var = torch.zeros(1, C, **kind), torch.ones(1, C, **kind)  # buffers

    def parameters(self):
        return [self.gain, self.bias]

    def __call__(self, x):
        if self.training:
            channels = [x[..., c].reshape(-1) for c in range(x.shape[-1])]
            mean = torch.stack([c.sum() / c.numel() for c in channels])[None]
            var = torch.stack([((c - c.mean()) ** 2).sum() / (c.numel() - 1) for c in channels])[None]
            with torch.no_grad():
                self.running_mean = (1 - self.momentum) * self.running_mean + self.momentum * mean
                self.running_var = (1 - self.momentum) * self.running_var + self.momentum * var
        else:
            mean, var = self.running_mean, self.running_var
        return self.gain * (x - mean) / (var + EPS).sqrt() + self.bias
# %% solution-sequential
class Sequential(Layer):
    """Layers in a row, used as one."""

    def __init__(self, *layers):
        self.layers = list(layers)

    def __call__(self, x, k=0):
        return x if k == len(self.layers) else self(self.layers[k](x), k + 1)

    def parameters(self):
        learned = []
        for layer in self.layers:
            learned.extend(layer.parameters())
        return learned

    def train(self, on=True):
        super().train(on)
        [layer.train(on) for layer in self.layers]
# %% solution-conv
def causal_conv(x, w, d):
    B, T, C = x.shape
    out = []
    for t in range(T):
        past = x[:, t - d] if t >= d else torch.zeros_like(x[:, t])
        out.append(torch.cat([past, x[:, t]], 1) @ w)
    return torch.stack(out, 1)
# %% solution-tree
def dilated_tree(x, Ws):
    def level(h, l):
        return h if l == len(Ws) else level(causal_conv(h, Ws[l], 1 << l).tanh(), l + 1)

    return level(x, 0)
