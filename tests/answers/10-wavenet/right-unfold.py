# because: torch's unfold, functools.reduce and itertools.chain; splits the weights instead of joining the inputs.
# batch: 2
# %% solution-flatten
class FlattenConsecutive(Layer):
    """x (B, T, C) -> (B, T / n, C n): n neighbours side by side; (B, C n) if only one group is left."""

    def __init__(self, n):
        self.n = n

    def __call__(self, x):
        B, T, C = x.shape
        if T % self.n:
            raise ValueError(f"T={T} is no multiple of n={self.n}")
        out = x.unfold(1, self.n, self.n).transpose(2, 3).flatten(2)  # (B, T/n, n, C)
        return out.select(1, 0) if out.size(1) == 1 else out
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
            var, mean = torch.var_mean(x, tuple(range(x.ndim - 1)))
            mean, var = mean[None], var[None]
            with torch.no_grad():
                self.running_mean = (1 - self.momentum) * self.running_mean + self.momentum * mean
                self.running_var = (1 - self.momentum) * self.running_var + self.momentum * var
        else:
            mean, var = self.running_mean, self.running_var
        return self.gain * (x - mean) / (var + EPS).sqrt() + self.bias
# %% solution-sequential
from functools import reduce
from itertools import chain as chained


class Sequential(Layer):
    """Layers in a row, used as one."""

    def __init__(self, *layers):
        self.layers = list(layers)

    def __call__(self, x):
        return reduce(lambda value, layer: layer(value), self.layers, x)

    def parameters(self):
        return list(chained.from_iterable(layer.parameters() for layer in self.layers))

    def train(self, on=True):
        self.training = on
        for layer in reversed(self.layers):
            layer.train(on)
# %% solution-conv
def causal_conv(x, w, d):
    C = x.shape[-1]
    out = x @ w[C:]
    if d < x.shape[1]:
        out[:, d:] = out[:, d:] + x[:, :-d] @ w[:C]
    return out
# %% solution-tree
def dilated_tree(x, Ws):
    gaps = [2**l for l in range(len(Ws))]
    for W, gap in zip(Ws, gaps):
        x = 2 * torch.sigmoid(2 * causal_conv(x, W, gap)) - 1  # that is tanh
    return x
