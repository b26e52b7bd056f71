# because: Recursion where one writes loops: the chain, its parameters, the levels and the dilated tree.
# batch: 1
# %% solution-flatten
class FlattenConsecutive(Layer):
    """x (B, T, C) -> (B, T / n, C n): n neighbours side by side; (B, C n) if only one group is left."""

    def __init__(self, n):
        self.n = n

    def __call__(self, x):
        B, T, C = x.shape
        groups, rest = divmod(T, self.n)
        if rest:
            raise ValueError(f"{T} positions do not make groups of {self.n}: {rest} would be left over")
        out = torch.stack([x[:, i * self.n : (i + 1) * self.n].flatten(1) for i in range(groups)], dim=1)
        return out[:, 0] if groups == 1 else out
# %% solution-sequential
class Sequential(Layer):
    """Layers in a row, used as one."""

    def __init__(self, *layers):
        self.layers = list(layers)

    def __call__(self, x):
        def through(x, rest):
            return through(rest[0](x), rest[1:]) if rest else x

        return through(x, self.layers)

    def parameters(self):
        def collect(rest):
            return [*rest[0].parameters(), *collect(rest[1:])] if rest else []

        return collect(self.layers)

    def train(self, on=True):
        super().train(on)
        list(map(lambda layer: layer.train(on), self.layers))
# %% solution-wavenet
def wavenet(V, block, n_embd, n_hidden, g):
    """A Sequential: letters (B, block), integers below V -> logits (B, V). g: the generator for the layers' weights."""

    def levels(positions, width):
        if positions == 1:
            return [Linear(width, V, g)]
        here = [FlattenConsecutive(2), Linear(2 * width, n_hidden, g, bias=False), BatchNorm(n_hidden), Tanh()]
        return here + levels(positions // 2, n_hidden)

    return Sequential(Embedding(V, n_embd, g), *levels(block, n_embd))
# %% solution-conv
def causal_conv(x, w, d):
    """x (B, T, C), w (2C, H), dilation d -> (B, T, H): position t sees x[:, t - d] and x[:, t], in this order."""
    past_w, now_w = w.chunk(2)
    out = x @ now_w
    if d < x.shape[1]:
        out = torch.cat([out[:, :d], out[:, d:] + x[:, : x.shape[1] - d] @ past_w], dim=1)
    return out
# %% solution-tree
def dilated_tree(x, Ws):
    """x (B, T, C), Ws: one matrix per level, (2C, H), (2H, H2), ... -> (B, T, width of the last level)."""
    if len(Ws) == 0:
        return x
    *below, top = Ws
    return torch.tanh(causal_conv(dilated_tree(x, below), top, 2 ** len(below)))
