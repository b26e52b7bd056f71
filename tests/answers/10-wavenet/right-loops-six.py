# because: all loops: positions, channels and time steps one at a time, stacked at the end
# batch: 6
# %% solution-flatten
class FlattenConsecutive(Layer):
    """x (B, T, C) -> (B, T / n, C n): n neighbours side by side; (B, C n) if only one group is left."""

    def __init__(self, n):
        self.n = n

    def __call__(self, x):
        B, T, C = x.shape
        if T % self.n != 0:
            raise ValueError(f"cannot cut {T} positions into groups of {self.n}")
        groups = []
        for start in range(0, T, self.n):
            members = []
            for k in range(self.n):
                members.append(x[:, start + k, :])
            groups.append(torch.cat(members, dim=1))
        if len(groups) == 1:
            return groups[0]
        return torch.stack(groups, dim=1)
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
            means, variances = [], []
            for c in range(x.shape[-1]):
                values = x[..., c].reshape(-1)
                n = values.numel()
                m = values.sum() / n
                v = ((values - m) ** 2).sum() / (n - 1)
                means.append(m)
                variances.append(v)
            mean = torch.stack(means).unsqueeze(0)
            var = torch.stack(variances).unsqueeze(0)
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
        i = 0
        while i < len(self.layers):
            x = self.layers[i](x)
            i += 1
        return x

    def parameters(self):
        found = []
        for layer in self.layers:
            for p in layer.parameters():
                found.append(p)
        return found

    def train(self, on=True):
        self.training = on
        for i in range(len(self.layers)):
            self.layers[i].train(on)
# %% solution-wavenet
def wavenet(V, block, n_embd, n_hidden, g):
    """A Sequential: letters (B, block), integers below V -> logits (B, V). g: the generator for the layers' weights."""
    layers = [Embedding(V, n_embd, g)]
    positions, width = block, n_embd
    while positions != 1:
        layers.append(FlattenConsecutive(2))
        layers.append(Linear(width + width, n_hidden, g, bias=False))
        layers.append(BatchNorm(n_hidden))
        layers.append(Tanh())
        width = n_hidden
        positions = positions // 2
    layers.append(Linear(width, V, g))
    return Sequential(*layers)
# %% solution-probs
def next_probs(model, context):
    """context: a list of block letters' numbers -> probabilities of the next letter (V,), computed in evaluation."""
    before_mode = model.training
    before_grad = torch.is_grad_enabled()
    model.train(False)
    torch.set_grad_enabled(False)
    try:
        scores = model(torch.tensor([context], device=check.device))[0]
        top = scores[0]
        for s in scores:
            if s > top:
                top = s
        exps = [torch.exp(s - top) for s in scores]
        total = exps[0]
        for e in exps[1:]:
            total = total + e
        answer = torch.stack([e / total for e in exps])
    finally:
        torch.set_grad_enabled(before_grad)
        model.train(before_mode)
    return answer
# %% solution-conv
def causal_conv(x, w, d):
    """x (B, T, C), w (2C, H), dilation d -> (B, T, H): position t sees x[:, t - d] and x[:, t], in this order."""
    B, T, C = x.shape
    nothing = x.new_zeros(B, C)
    out = []
    for t in range(T):
        past = nothing
        if t - d >= 0:
            past = x[:, t - d]
        out.append(past @ w[:C] + x[:, t] @ w[C:])
    return torch.stack(out, dim=1)
# %% solution-tree
def dilated_tree(x, Ws):
    """x (B, T, C), Ws: one matrix per level, (2C, H), (2H, H2), ... -> (B, T, width of the last level)."""
    gap = 1
    for W in Ws:
        x = causal_conv(x, W, gap)
        x = x.tanh()
        gap = gap + gap
    return x
