# because: other torch functions: unfold, einsum, shift matrix, logsumexp, reduce, itertools.chain
# batch: 6
# %% solution-flatten
class FlattenConsecutive(Layer):
    """x (B, T, C) -> (B, T / n, C n): n neighbours side by side; (B, C n) if only one group is left."""

    def __init__(self, n):
        self.n = n

    def __call__(self, x):
        B, T, C = x.shape
        if divmod(T, self.n)[1]:
            raise ValueError(f"{self.n} neighbours per group do not divide {T} positions")
        windows = x.unfold(1, self.n, self.n)  # (B, T / n, C, n)
        out = torch.einsum("bick->bikc", windows).flatten(2)
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
            # mean, var (1, C): of this batch, for x (B, C) and for x (B, T, C)
            flat = x.flatten(0, -2)
            n = flat.size(0)
            ones = flat.new_ones(n)
            mean = torch.einsum("n,nc->c", ones, flat)[None] / n
            centred = flat - mean
            var = torch.einsum("nc,nc->c", centred, centred)[None] / (n - 1)
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
        from functools import reduce

        return reduce(lambda h, layer: layer(h), self.layers, x)

    def parameters(self):
        from itertools import chain as joined

        return list(joined.from_iterable(layer.parameters() for layer in self.layers))

    def train(self, on=True):
        super().train(on)
        list(map(lambda layer: layer.train(on), self.layers))
# %% solution-wavenet
def wavenet(V, block, n_embd, n_hidden, g):
    """A Sequential: letters (B, block), integers below V -> logits (B, V). g: the generator for the layers' weights."""
    layers = [Embedding(V, n_embd, g)]
    widths = [n_embd] + [n_hidden] * (block.bit_length() - 1)
    for below, here in zip(widths, widths[1:]):
        layers += FlattenConsecutive(2), Linear(2 * below, here, g, bias=False), BatchNorm(here), Tanh()
    layers += (Linear(widths[-1], V, g),)
    return Sequential(*layers)
# %% solution-probs
@torch.no_grad()
def next_probs(model, context):
    """context: a list of block letters' numbers -> probabilities of the next letter (V,), computed in evaluation."""
    mode = model.training
    model.train(False)
    logits = model(torch.LongTensor(context).to(check.device)[None])
    model.train(mode)
    return torch.exp(logits - torch.logsumexp(logits, -1, keepdim=True)).flatten()
# %% solution-conv
def causal_conv(x, w, d):
    """x (B, T, C), w (2C, H), dilation d -> (B, T, H): position t sees x[:, t - d] and x[:, t], in this order."""
    T, C = x.shape[1:]
    at = torch.arange(T, device=x.device)
    shift = (at[:, None] - at[None, :] == d).to(x.dtype)  # (T, T): row t has its 1 in column t - d
    earlier, now = w.split(C)
    return torch.einsum("ts,bsc,ch->bth", shift, x, earlier) + torch.einsum("btc,ch->bth", x, now)
# %% solution-tree
def dilated_tree(x, Ws):
    """x (B, T, C), Ws: one matrix per level, (2C, H), (2H, H2), ... -> (B, T, width of the last level)."""
    from functools import reduce

    return reduce(lambda h, level: causal_conv(h, level[1], 1 << level[0]).tanh_(), enumerate(Ws), x)
