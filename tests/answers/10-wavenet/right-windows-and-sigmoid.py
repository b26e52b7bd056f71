# because: unflatten and movedim for the shapes, tanh written with a sigmoid, two windows (narrow) on one padded tensor for the convolution, a softmax by hand, the batch by expand.
# batch: 1
# %% solution-flatten
class FlattenConsecutive(Layer):
    """x (B, T, C) -> (B, T / n, C n): n neighbours side by side; (B, C n) if only one group is left."""

    def __init__(self, n):
        self.n = n

    def __call__(self, x):
        B, T, C = x.shape
        if T % self.n:
            raise ValueError(f"groups of n={self.n} out of T={T} positions: not possible")
        out = x.contiguous().unflatten(1, (-1, self.n)).flatten(2)
        return out.flatten(1) if T == self.n else out
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
            channels_first = x.movedim(-1, 0).flatten(1)  # (C, everything else)
            mean, var = channels_first.mean(1)[None], channels_first.var(1, correction=1)[None]
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
    fan_in = 2 * n_embd
    for _ in range(len(bin(block)) - 3):
        layers.extend((FlattenConsecutive(2), Linear(fan_in, n_hidden, g, bias=False), BatchNorm(n_hidden), Tanh()))
        fan_in = 2 * n_hidden
    layers.append(Linear(n_hidden, V, g))
    return Sequential(*layers)
# %% solution-probs
def next_probs(model, context):
    """context: a list of block letters' numbers -> probabilities of the next letter (V,), computed in evaluation."""
    before, batch = model.training, torch.tensor(context, device=check.device).expand(1, -1)
    model.train(False)
    try:
        with torch.no_grad():
            (row,) = model(batch)
    finally:
        model.train(before)
    weights = (row - row.max()).exp()
    return weights / weights.sum()
# %% solution-conv
def causal_conv(x, w, d):
    """x (B, T, C), w (2C, H), dilation d -> (B, T, H): position t sees x[:, t - d] and x[:, t], in this order."""
    T = x.shape[1]
    padded = F.pad(x, (0, 0, d, 0))  # position t of x is position t + d here
    both = torch.stack([padded.narrow(1, 0, T), padded.narrow(1, d, T)], dim=2)
    return both.flatten(2) @ w
# %% solution-tree
def dilated_tree(x, Ws):
    """x (B, T, C), Ws: one matrix per level, (2C, H), (2H, H2), ... -> (B, T, width of the last level)."""
    for l in range(len(Ws)):
        x = 2 * torch.sigmoid(2 * causal_conv(x, Ws[l], 1 << l)) - 1
    return x
