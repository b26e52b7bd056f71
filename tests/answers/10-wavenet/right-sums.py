# because: Statistics from plain sums over a movedim view; a decorator for no_grad; while loops and zeros that are written into.
# batch: 2
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
            values = x.movedim(-1, 0).reshape(x.shape[-1], -1).T  # (all, C)
            count = values.shape[0]
            mean = values.sum(0, keepdim=True) / count
            centred = values - mean
            var = (centred * centred).sum(0, keepdim=True) / (count - 1)
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

    def __call__(self, x):
        k = 0
        while k < len(self.layers):
            x = self.layers[k](x)
            k += 1
        return x

    def parameters(self):
        return sum((layer.parameters() for layer in self.layers), [])

    def train(self, on=True):
        Layer.train(self, on)
        for k in range(len(self.layers)):
            self.layers[k].train(on)
# %% solution-wavenet
def wavenet(V, block, n_embd, n_hidden, g):
    """A Sequential: letters (B, block), integers below V -> logits (B, V). g: the generator for the layers' weights."""
    layers = [Embedding(V, n_embd, g)]
    widths = [n_embd] + [n_hidden] * (block.bit_length() - 2)
    for width in widths:
        layers.append(FlattenConsecutive(2))
        layers.append(Linear(width + width, n_hidden, g, False))
        layers.append(BatchNorm(n_hidden))
        layers.append(Tanh())
    return Sequential(*layers, Linear(n_hidden, V, g))
# %% solution-probs
@torch.no_grad()
def next_probs(model, context):
    """context: a list of block letters' numbers -> probabilities of the next letter (V,), computed in evaluation."""
    mode = model.training
    model.train(False)
    (logits,) = model(torch.tensor([context], device=check.device))
    model.train(mode)
    return F.log_softmax(logits, 0).exp()
# %% solution-conv
def causal_conv(x, w, d):
    B, T, C = x.shape
    both = torch.zeros(B, T, 2 * C, dtype=x.dtype, device=x.device)
    both[:, d:, :C] = x[:, : max(T - d, 0)]
    both[:, :, C:] = x
    return torch.einsum("btc,ch->bth", both, w)
