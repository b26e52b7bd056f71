# because: A deque as the window, gather and index_select for all picking, log1p of the other terms for the loss.
# batch: 2
# %% solution-dataset
def build_dataset(words, block):
    """words, a list of str over a-z; block = T -> X (N, T), int64, the contexts, and Y (N,), int64, what follows each."""
    from collections import deque

    X, Y = [], []
    for word in filter(None, words):
        window = deque([0] * block, maxlen=block)
        for c in (*word, "."):
            X.append(list(window))
            Y.append(stoi[c])
            window.append(stoi[c])
    return torch.tensor(X), torch.tensor(Y)
# %% solution-split
def split(words, order):
    """words, a list of n str; order, a list of n ints -> three lists of str: train, dev, test."""
    n1 = int(0.8 * len(words))  # where dev begins
    n2 = int(0.9 * len(words))  # where test begins
    parts = ([], [], [])
    for place, i in enumerate(order):
        parts[(place >= n1) + (place >= n2)].append(words[i])
    return parts
# %% solution-embed
emb = torch.index_select(C, 0, Xb.flatten()).unflatten(0, Xb.shape)
embcat = torch.hstack(emb.unbind(1))
# %% solution-forward
def forward(C, W1, b1, W2, b2, X):
    """C (V, E), W1 (T·E, H), b1 (H,), W2 (H, V), b2 (V,), X (B, T) -> logits (B, V)."""
    B, T = X.shape
    E = C.shape[1]
    z = b1
    for t in range(T):
        z = z + C[X[:, t]] @ W1[t * E : (t + 1) * E]
    return torch.addmm(b2, torch.tanh(z), W2)
# %% solution-loss
def cross_entropy(logits, Y):
    """logits (B, V), Y (B,) the right answers -> the mean loss, a tensor of shape ()."""
    top, at = logits.max(dim=1, keepdim=True)
    rest = (logits - top).exp().scatter(1, at, 0.0).sum(1)
    z_y = logits.gather(1, Y[:, None])
    return (rest.log1p() - (z_y - top)[:, 0]).mean()
# %% solution-descend
def descend(params, loss, lr):
    """params, a list of tensors with requires_grad; loss, shape (), computed from them: one step; returns nothing."""
    slopes = torch.autograd.grad(loss, params)
    with torch.no_grad():
        for p, slope in zip(params, slopes):
            p.sub_(slope, alpha=lr)
# %% solution-lr
def candidates(lo, hi, n):
    """n learning rates from lo to hi, both included, spaced evenly in the exponent: (n,), float32."""
    return torch.logspace(math.log10(lo), math.log10(hi), n, dtype=torch.float64).float()


def lr(step, steps, base):
    """The learning rate of step number step (0, 1, ..., steps - 1), a float."""
    return base / (1 if 2 * step < steps else 10)
# %% solution-learn
def learn(params, X, Y, rows, rates, step):
    """X (N, T), Y (N,), rows (S, B), rates a list of S floats: S steps on mini-batches -> a list of S losses.

    step(params, Xb, Yb, rate) makes one step with the examples Xb (B, T), Yb (B,) and returns their loss.
    """
    losses = []
    losses += [step(params, X.index_select(0, r), Y.index_select(0, r), rate) for r, rate in zip(rows, rates)]
    return losses
# %% solution-diagnose
def diagnose(train, dev, goal, slack):
    """train, dev (S,) losses in the order of time -> gap, a float, and "underfits", "overfits" or "fits"."""
    a, b = (float(curve[-10:].sum() / 10) for curve in (train, dev))
    return b - a, ("underfits" if a > goal else "overfits" if b - a > slack else "fits")
