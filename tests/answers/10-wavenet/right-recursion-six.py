# because: recursion instead of loops: groups, Chan's merging of variances, chain, levels, shift by one position d times
# batch: 6
# %% solution-flatten
class FlattenConsecutive(Layer):
    """x (B, T, C) -> (B, T / n, C n): n neighbours side by side; (B, C n) if only one group is left."""

    def __init__(self, n):
        self.n = n

    def __call__(self, x):
        B, T, C = x.shape
        n = self.n
        if T % n:
            raise ValueError("T = %d is not a multiple of n = %d" % (T, n))

        def side_by_side(part):
            """(B, k, C) -> (B, C k)"""
            if part.shape[1] == 1:
                return part[:, 0]
            return torch.cat((part[:, 0], side_by_side(part[:, 1:])), 1)

        def groups(rest):
            if rest.shape[1] == 0:
                return []
            return [side_by_side(rest[:, :n])] + groups(rest[:, n:])

        found = groups(x)
        return found[0] if T == n else torch.stack(found, 1)
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

            def moments(rows):
                """rows (N, C) -> N, mean (1, C), sum of squared deviations (1, C); halves are merged."""
                N = rows.shape[0]
                if N == 1:
                    return 1, rows, torch.zeros_like(rows)
                n1, m1, s1 = moments(rows[: N // 2])
                n2, m2, s2 = moments(rows[N // 2 :])
                gap = m2 - m1
                return N, m1 + gap * n2 / N, s1 + s2 + gap**2 * n1 * n2 / N

            N, mean, squares = moments(x.reshape(-1, x.shape[-1]))
            var = squares / (N - 1)
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
        def through(layers, h):
            return h if not layers else through(layers[1:], layers[0](h))

        return through(self.layers, x)

    def parameters(self):
        def collect(layers):
            return [] if not layers else list(layers[0].parameters()) + collect(layers[1:])

        return collect(self.layers)

    def train(self, on=True):
        self.training = on

        def tell(layers):
            if layers:
                layers[0].train(on)
                tell(layers[1:])

        tell(self.layers)
# %% solution-wavenet
def wavenet(V, block, n_embd, n_hidden, g):
    """A Sequential: letters (B, block), integers below V -> logits (B, V). g: the generator for the layers' weights."""
    layers = [Embedding(V, n_embd, g)]

    def grow(positions, width):
        if positions == 1:
            return [Linear(width, V, g)]
        level = [FlattenConsecutive(2), Linear(2 * width, n_hidden, g, bias=False), BatchNorm(n_hidden), Tanh()]
        return level + grow(positions // 2, n_hidden)

    layers += grow(block, n_embd)
    return Sequential(*layers)
# %% solution-probs
def next_probs(model, context):
    """context: a list of block letters' numbers -> probabilities of the next letter (V,), computed in evaluation."""
    if model.training:
        model.train(False)
        try:
            return next_probs(model, context)  # once more, now in evaluation
        finally:
            model.train(True)
    model.train(False)
    with torch.no_grad():
        logits = model(torch.as_tensor(context, device=check.device).view(1, -1))
        return torch.softmax(logits, dim=-1).squeeze(0)
# %% solution-conv
def causal_conv(x, w, d):
    """x (B, T, C), w (2C, H), dilation d -> (B, T, H): position t sees x[:, t - d] and x[:, t], in this order."""

    def later(h, steps):
        """h moved to the right by one position, as many times as there are steps."""
        if steps == 0:
            return h
        return later(torch.cat((torch.zeros_like(h[:, :1]), h[:, :-1]), 1), steps - 1)

    return torch.cat((later(x, min(d, x.shape[1])), x), 2) @ w
# %% solution-tree
def dilated_tree(x, Ws):
    """x (B, T, C), Ws: one matrix per level, (2C, H), (2H, H2), ... -> (B, T, width of the last level)."""

    def level(h, l):
        if l == len(Ws):
            return h
        return level(torch.tanh(causal_conv(h, Ws[l], 2**l)), l + 1)

    return level(x, 0)
