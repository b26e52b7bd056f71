# because: Plain Python: recursion for the windows, comprehension loops over single examples, statistics.fmean for the curves.
# batch: 2
# %% solution-dataset
def build_dataset(words, block):
    """words, a list of str over a-z; block = T -> X (N, T), int64, the contexts, and Y (N,), int64, what follows each."""
    X, Y = [], []

    def go(context, rest):
        c = stoi[rest[0]] if rest else 0
        X.append(context)
        Y.append(c)
        if rest:
            go([*context, c][1:], rest[1:])

    for word in words:
        if len(word) > 0:
            go([0] * block, word)
    return torch.tensor(X, dtype=torch.int64), torch.tensor(Y, dtype=torch.int64)
# %% solution-split
def split(words, order):
    """words, a list of n str; order, a list of n ints -> three lists of str: train, dev, test."""
    n1 = int(0.8 * len(words))  # where dev begins
    n2 = int(0.9 * len(words))  # where test begins
    from operator import itemgetter
    pick = list(map(words.__getitem__, order))
    return tuple(map(lambda s: itemgetter(s)(pick), (slice(n1), slice(n1, n2), slice(n2, None))))
# %% solution-embed
emb = torch.stack([torch.stack([C[i] for i in row]) for row in Xb])
embcat = torch.zeros(5, 6, dtype=C.dtype, device=C.device)
for t in range(3):
    embcat[:, 2 * t : 2 * t + 2] = emb[:, t]
# %% solution-forward
def forward(C, W1, b1, W2, b2, X):
    """C (V, E), W1 (T·E, H), b1 (H,), W2 (H, V), b2 (V,), X (B, T) -> logits (B, V)."""
    out = []
    for context in X:
        x = torch.cat([C[i] for i in context])
        h = torch.tanh(x @ W1 + b1)
        out.append(h @ W2 + b2)
    return torch.stack(out)
# %% solution-loss
def cross_entropy(logits, Y):
    """logits (B, V), Y (B,) the right answers -> the mean loss, a tensor of shape ()."""
    losses = []
    for z, y in zip(logits, Y):
        m = z.max().detach()
        losses.append(torch.log((z - m).exp().sum()) + m - z[y])
    return torch.stack(losses).mean()
# %% solution-descend
def descend(params, loss, lr):
    """params, a list of tensors with requires_grad; loss, shape (), computed from them: one step; returns nothing."""
    for p in params:
        if p.grad is not None:
            p.grad.zero_()
    loss.backward()
    for p in params:
        p.data.copy_(p.data - lr * p.grad)
# %% solution-lr
def candidates(lo, hi, n):
    """n learning rates from lo to hi, both included, spaced evenly in the exponent: (n,), float32."""
    return torch.tensor([lo * (hi / lo) ** (i / (n - 1)) for i in range(n)], dtype=torch.float32)


def lr(step, steps, base):
    """The learning rate of step number step (0, 1, ..., steps - 1), a float."""
    left = steps - step  # steps that are still to be made
    return base if left > steps / 2 else base / 10
# %% solution-diagnose
def diagnose(train, dev, goal, slack):
    """train, dev (S,) losses in the order of time -> gap, a float, and "underfits", "overfits" or "fits"."""
    from statistics import fmean
    a, b = fmean(train.tolist()[-10:]), fmean(dev.tolist()[-10:])
    gap = b - a
    for question, verdict in ((a > goal, "underfits"), (gap > slack, "overfits"), (True, "fits")):
        if question:
            return gap, verdict
