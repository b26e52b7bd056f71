# because: Shift matrices for the convolution, recursion for the network's levels, try/finally for the mode.
# batch: 2
# %% solution-flatten
class FlattenConsecutive(Layer):
    """x (B, T, C) -> (B, T / n, C n): n neighbours side by side; (B, C n) if only one group is left."""

    def __init__(self, n):
        self.n = n

    def __call__(self, x):
        B, T, C = x.shape
        n = self.n
        if T % n > 0:
            raise ValueError(f"{n} does not divide {T}")
        shape = (B, C * n) if T == n else (B, T // n, C * n)
        return x.contiguous().view(shape)
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
            rows = torch.einsum("...c->c...", x).flatten(1)  # (C, all values)
            mean = rows.mean(1).reshape(1, -1)
            var = rows.var(1, unbiased=True).reshape(1, -1)
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
    def levels(positions, width):
        """The layers that bring so many positions, so wide, down to one."""
        if positions == 1:
            return []
        mix = Linear(2 * width, n_hidden, g, bias=False)
        return [FlattenConsecutive(2), mix, BatchNorm(n_hidden), Tanh()] + levels(positions // 2, n_hidden)

    layers.extend(levels(block, n_embd))
    layers.append(Linear(n_hidden, V, g))
    return Sequential(*layers)
# %% solution-probs
def next_probs(model, context):
    """context: a list of block letters' numbers -> probabilities of the next letter (V,), computed in evaluation."""
    before = model.training
    try:
        model.train(False)
        with torch.inference_mode():
            logits = model(torch.as_tensor(context, device=check.device).reshape(1, -1))[0]
            weights = (logits - logits.max()).exp()
    finally:
        model.train(before)
    return (weights / weights.sum()).clone()
# %% solution-conv
def causal_conv(x, w, d):
    T = x.shape[1]
    shift = torch.diag_embed(torch.ones(max(T - d, 0), dtype=x.dtype, device=x.device), offset=-d) if d < T else x.new_zeros(T, T)
    return torch.cat([shift @ x, x], -1) @ w
