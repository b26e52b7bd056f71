# because: index lists, masks, comprehensions and sums in plain Python; sums over rows, columns one by one
# batch: 6
# %% solution-flatten
class FlattenConsecutive(Layer):
    """x (B, T, C) -> (B, T / n, C n): n neighbours side by side; (B, C n) if only one group is left."""

    def __init__(self, n):
        self.n = n

    def __call__(self, x):
        B, T, C = x.shape
        n, leftover = self.n, T - self.n * (T // self.n)
        if leftover > 0:
            raise ValueError("T={}, n={}: {} positions would be left over".format(T, n, leftover))
        # the number of each column's position and channel, written down
        columns = [(k, c) for k in range(n) for c in range(C)]
        first = torch.arange(0, T, n, device=x.device)
        out = torch.stack([x[:, first + k, c] for k, c in columns], dim=-1)
        return {1: out[:, 0]}.get(T // n, out)
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
            rows = [row for row in x.reshape(-1, x.shape[-1])]
            N = len(rows)
            total = sum(rows)
            mean = (total / N)[None, :]
            var = (sum((row - mean[0]) ** 2 for row in rows) / (N - 1))[None, :]
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
        for f in iter(self.layers):
            x = f(x)
        else:
            return x

    def parameters(self):
        return sum((list(f.parameters()) for f in self.layers), start=[])

    def train(self, on=True):
        for thing in self.layers + [None]:
            if thing is None:
                self.training = on
            else:
                thing.train(on)
# %% solution-wavenet
def wavenet(V, block, n_embd, n_hidden, g):
    """A Sequential: letters (B, block), integers below V -> logits (B, V). g: the generator for the layers' weights."""
    layers = [Embedding(V, n_embd, g)]
    sizes = []
    while block > 1:
        block //= 2
        sizes.append(n_hidden)
    fan_ins = [2 * size for size in [n_embd] + sizes]
    layers.extend(
        part
        for fan_in, size in zip(fan_ins, sizes)
        for part in (FlattenConsecutive(2), Linear(fan_in, size, g, bias=False), BatchNorm(size), Tanh())
    )
    layers.append(Linear(fan_ins[-1] // 2, V, g))
    return Sequential(*layers)
# %% solution-probs
def next_probs(model, context):
    """context: a list of block letters' numbers -> probabilities of the next letter (V,), computed in evaluation."""
    import math

    was = model.training
    model.train(False)
    with torch.no_grad():
        logits = model(torch.tensor(context, device=check.device).reshape(1, len(context)))
    model.train(was)
    numbers = logits[0].tolist()
    top = max(numbers)
    parts = [math.exp(number - top) for number in numbers]
    return torch.tensor([part / sum(parts) for part in parts], dtype=logits.dtype, device=logits.device)
# %% solution-conv
def causal_conv(x, w, d):
    """x (B, T, C), w (2C, H), dilation d -> (B, T, H): position t sees x[:, t - d] and x[:, t], in this order."""
    C = x.shape[2]
    source = [t - d for t in range(x.shape[1])]
    known = torch.tensor([s >= 0 for s in source], device=x.device)
    past = x[:, [max(s, 0) for s in source]]
    past = torch.where(known[None, :, None], past, torch.zeros_like(past))
    out = sum(past[:, :, c, None] * w[c] for c in range(C))
    return out + sum(x[:, :, c, None] * w[C + c] for c in range(C))
# %% solution-tree
def dilated_tree(x, Ws):
    """x (B, T, C), Ws: one matrix per level, (2C, H), (2H, H2), ... -> (B, T, width of the last level)."""
    hs = [x]
    gaps = [1]
    while len(hs) <= len(Ws):
        hs.append(torch.tanh(causal_conv(hs[-1], Ws[len(hs) - 1], gaps[-1])))
        gaps.append(sum(gaps) + 1)  # 1, 2, 4, 8, ...
    return hs[-1]
