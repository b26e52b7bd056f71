# because: torch.unfold makes the windows, F.linear the layers, float64 inside the loss, a generator for the learning loop.
# batch: 2
# %% solution-dataset
def build_dataset(words, block):
    """words, a list of str over a-z; block = T -> X (N, T), int64, the contexts, and Y (N,), int64, what follows each."""
    parts = []
    for word in words:
        if word == "":
            continue
        codes = torch.tensor([0] * block + [stoi[c] for c in word] + [0])
        parts.append(codes.unfold(0, block + 1, 1))
    both = torch.cat(parts)
    return both[:, :block].contiguous(), both[:, block].contiguous()
# %% solution-split
def split(words, order):
    """words, a list of n str; order, a list of n ints -> three lists of str: train, dev, test."""
    n1 = int(0.8 * len(words))  # where dev begins
    n2 = int(0.9 * len(words))  # where test begins
    shuffled = iter([words[i] for i in order])
    sizes = n1, n2 - n1, len(words) - n2
    return tuple([next(shuffled) for _ in range(size)] for size in sizes)
# %% solution-embed
emb = torch.nn.functional.embedding(Xb, C)
embcat = emb.contiguous().view(emb.size(0), emb.size(1) * emb.size(2))
# %% solution-forward
def forward(C, W1, b1, W2, b2, X):
    """C (V, E), W1 (T·E, H), b1 (H,), W2 (H, V), b2 (V,), X (B, T) -> logits (B, V)."""
    F = torch.nn.functional
    x = F.embedding(X, C).flatten(start_dim=1)
    e = F.linear(x, W1.t(), b1).tanh()
    return F.linear(e, W2.t(), b2)
# %% solution-loss
def cross_entropy(logits, Y):
    """logits (B, V), Y (B,) the right answers -> the mean loss, a tensor of shape ()."""
    z = logits.double()
    z = z - z.amax(dim=1, keepdim=True).detach()
    mask = torch.nn.functional.one_hot(Y, z.shape[1]).bool()
    return (z.exp().sum(dim=1).log() - z.masked_select(mask)).mean().to(logits.dtype)
# %% solution-descend
def descend(params, loss, lr):
    """params, a list of tensors with requires_grad; loss, shape (), computed from them: one step; returns nothing."""
    old = [p.detach().clone() for p in params]
    for p in params:
        p.grad = None
    loss.backward()
    with torch.no_grad():
        for p, before in zip(params, old):
            p[...] = before - lr * p.grad
# %% solution-lr
def candidates(lo, hi, n):
    """n learning rates from lo to hi, both included, spaced evenly in the exponent: (n,), float32."""
    steps_up = torch.arange(n, dtype=torch.float64) / (n - 1)
    return (lo * torch.pow(torch.tensor(hi / lo, dtype=torch.float64), steps_up)).float()


def lr(step, steps, base):
    """The learning rate of step number step (0, 1, ..., steps - 1), a float."""
    from fractions import Fraction
    return base * (1.0 if Fraction(step, steps) < Fraction(1, 2) else 0.1)
# %% solution-learn
def learn(params, X, Y, rows, rates, step):
    """X (N, T), Y (N,), rows (S, B), rates a list of S floats: S steps on mini-batches -> a list of S losses.

    step(params, Xb, Yb, rate) makes one step with the examples Xb (B, T), Yb (B,) and returns their loss.
    """
    losses = []
    def batches():
        for r in rows:
            yield X[r], Y[r]

    for rate, (Xb, Yb) in zip(rates, batches()):
        losses.append(step(params, Xb, Yb, rate))
    return losses
# %% solution-diagnose
def diagnose(train, dev, goal, slack):
    """train, dev (S,) losses in the order of time -> gap, a float, and "underfits", "overfits" or "fits"."""
    ends = torch.stack([train[-10:], dev[-10:]]).double().mean(1)
    gap = float(ends[1] - ends[0])
    if float(ends[0]) > goal:
        return gap, "underfits"
    return gap, "overfits" if gap > slack else "fits"
