# because: Plain loops over examples and positions, one by one, with lists that are stacked at the end.
# batch: 1
# %% solution-flatten
class FlattenConsecutive(Layer):
    """x (B, T, C) -> (B, T / n, C n): n neighbours side by side; (B, C n) if only one group is left."""

    def __init__(self, n):
        self.n = n

    def __call__(self, x):
        B, T, C = x.shape
        if T // self.n * self.n != T:
            raise ValueError(f"FlattenConsecutive({self.n}): T is {T}")
        out = torch.cat([x[:, offset :: self.n] for offset in range(self.n)], dim=-1)
        if out.shape[1] > 1:
            return out
        return out.reshape(B, -1)
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
            both = [torch.var_mean(channel, unbiased=True) for channel in x.unbind(-1)]
            var, mean = (torch.stack(numbers)[None] for numbers in zip(*both))
            with torch.no_grad():
                self.running_mean = (1 - self.momentum) * self.running_mean + self.momentum * mean
                self.running_var = (1 - self.momentum) * self.running_var + self.momentum * var
        else:
            mean, var = self.running_mean, self.running_var
        return self.gain * (x - mean) / (var + EPS).sqrt() + self.bias
# %% solution-wavenet
def wavenet(V, block, n_embd, n_hidden, g):
    """A Sequential: letters (B, block), integers below V -> logits (B, V). g: the generator for the layers' weights."""
    layers = [Embedding(V, n_embd, g)]
    widths = [n_embd]
    while 2 ** len(widths) <= block:
        widths.append(n_hidden)
    for fan_in, fan_out in zip(widths, widths[1:]):
        layers.append(FlattenConsecutive(2))
        layers.append(Linear(fan_in + fan_in, fan_out, g, bias=False))
        layers.append(BatchNorm(fan_out))
        layers.append(Tanh())
    layers.append(Linear(widths[-1], V, g, bias=True))
    return Sequential(*layers)
# %% solution-conv
def causal_conv(x, w, d):
    """x (B, T, C), w (2C, H), dilation d -> (B, T, H): position t sees x[:, t - d] and x[:, t], in this order."""
    B, T, C = x.shape
    nothing = torch.zeros_like(x[:, 0])
    rows = []
    for t in range(T):
        past = x[:, t - d] if t >= d else nothing
        rows.append(torch.hstack([past, x[:, t]]) @ w)
    return torch.stack(rows, 1)
# %% solution-tree
def dilated_tree(x, Ws):
    """x (B, T, C), Ws: one matrix per level, (2C, H), (2H, H2), ... -> (B, T, width of the last level)."""
    gap, h = 1, x
    for W in Ws:
        powers = torch.exp(-2 * causal_conv(h, W, gap).abs())
        sign = causal_conv(h, W, gap).sign()
        h, gap = sign * (1 - powers) / (1 + powers), gap + gap
    return h
