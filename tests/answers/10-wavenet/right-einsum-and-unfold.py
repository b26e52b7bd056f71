# because: unfold and einsum instead of reshape and cat, a shift matrix for the convolution, lerp for the running statistics, reduce for the chain, a context manager for the mode.
# batch: 1
# %% solution-flatten
class FlattenConsecutive(Layer):
    """x (B, T, C) -> (B, T / n, C n): n neighbours side by side; (B, C n) if only one group is left."""

    def __init__(self, n):
        self.n = n

    def __call__(self, x):
        B, T, C = x.shape
        if T % self.n:
            raise ValueError("n = %d does not divide T = %d" % (self.n, T))
        windows = x.unfold(1, self.n, self.n)  # (B, T / n, C, n)
        out = windows.transpose(2, 3).flatten(2)
        return out.squeeze(1)
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
            # mean, var (1, C): of this batch, for x (B, C) and for x (B, T, C)
            count = x.numel() // x.shape[-1]
            mean = torch.einsum("...c->c", x).unsqueeze(0) / count
            off = x - mean
            var = torch.einsum("...c,...c->c", off, off).unsqueeze(0) / (count - 1)
            with torch.no_grad():
                self.running_mean = torch.lerp(self.running_mean, mean, self.momentum)
                self.running_var = torch.lerp(self.running_var, var, self.momentum)
        else:
            mean, var = self.running_mean, self.running_var
        return self.gain * (x - mean) * torch.rsqrt(var + EPS) + self.bias
# %% solution-sequential
from functools import reduce
from itertools import chain as joined


class Sequential(Layer):
    """Layers in a row, used as one."""

    def __init__(self, *layers):
        self.layers = list(layers)

    def __call__(self, x):
        return reduce(lambda value, layer: layer(value), self.layers, x)

    def parameters(self):
        return list(joined.from_iterable(layer.parameters() for layer in self.layers))

    def train(self, on=True):
        self.training = on
        for layer in reversed(self.layers):
            layer.train(on)
# %% solution-probs
from contextlib import contextmanager


@contextmanager
def evaluating(model):
    """The model in evaluation, and afterwards as before."""
    before = model.training
    model.train(False)
    try:
        yield model
    finally:
        model.train(before)


def next_probs(model, context):
    """context: a list of block letters' numbers -> probabilities of the next letter (V,), computed in evaluation."""
    with evaluating(model), torch.inference_mode():
        logits = model(torch.as_tensor(context, device=check.device).reshape(1, -1))
    return torch.exp(logits[0] - torch.logsumexp(logits[0], 0))
# %% solution-conv
def causal_conv(x, w, d):
    """x (B, T, C), w (2C, H), dilation d -> (B, T, H): position t sees x[:, t - d] and x[:, t], in this order."""
    T, C = x.shape[1:]
    shift = torch.diag(torch.ones(T, dtype=x.dtype, device=x.device)[: max(T - d, 0)], -min(d, T))[:T, :T]
    return torch.einsum("ts,bsc,ch->bth", shift, x, w[:C]) + torch.einsum("btc,ch->bth", x, w[C:])
