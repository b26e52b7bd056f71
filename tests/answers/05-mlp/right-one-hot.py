# because: Embeddings by one-hot products, the loss by folding the logits two at a time (maximum plus log1p), updates with foreach.
# batch: 2
# %% solution-dataset
def build_dataset(words, block):
    """words, a list of str over a-z; block = T -> X (N, T), int64, the contexts, and Y (N,), int64, what follows each."""
    rows = []
    for word in words:
        if word:
            s = "." * block + word + "."
            rows += [[stoi[c] for c in s[i : i + block + 1]] for i in range(len(word) + 1)]
    table = torch.tensor(rows)
    return table[:, :-1], table[:, -1]
# %% solution-embed
onehot = torch.nn.functional.one_hot(Xb, 27).to(C.dtype)
emb = torch.einsum("btv,ve->bte", onehot, C)
embcat = torch.stack([e.flatten() for e in emb])
# %% solution-forward
def forward(C, W1, b1, W2, b2, X):
    """C (V, E), W1 (T·E, H), b1 (H,), W2 (H, V), b2 (V,), X (B, T) -> logits (B, V)."""
    onehot = torch.nn.functional.one_hot(X, C.shape[0]).to(C.dtype)
    W = W1.view(X.shape[1], C.shape[1], -1)
    h = torch.tanh(torch.einsum("btv,ve,teh->bh", onehot, C, W) + b1)
    return torch.einsum("bh,hv->bv", h, W2) + b2
# %% solution-loss
def cross_entropy(logits, Y):
    """logits (B, V), Y (B,) the right answers -> the mean loss, a tensor of shape ()."""
    lse = logits[:, 0]
    for j in range(1, logits.shape[1]):
        z = logits[:, j]
        lse = torch.maximum(lse, z) + torch.log1p(torch.exp(-(lse - z).abs()))
    return (lse - logits[range(len(Y)), Y.tolist()]).sum() / len(Y)
# %% solution-descend
def descend(params, loss, lr):
    """params, a list of tensors with requires_grad; loss, shape (), computed from them: one step; returns nothing."""
    for p in params:
        p.grad = None
    loss.backward()
    torch._foreach_add_([p.data for p in params], [p.grad for p in params], alpha=-lr)
# %% solution-lr
def candidates(lo, hi, n):
    """n learning rates from lo to hi, both included, spaced evenly in the exponent: (n,), float32."""
    return torch.exp(torch.linspace(math.log(lo), math.log(hi), n))


def lr(step, steps, base):
    """The learning rate of step number step (0, 1, ..., steps - 1), a float."""
    return [base, base / 10][int(step >= steps / 2)]
# %% solution-learn
def learn(params, X, Y, rows, rates, step):
    """X (N, T), Y (N,), rows (S, B), rates a list of S floats: S steps on mini-batches -> a list of S losses.

    step(params, Xb, Yb, rate) makes one step with the examples Xb (B, T), Yb (B,) and returns their loss.
    """
    losses = []
    it = iter(rates)
    for s in range(rows.shape[0]):
        r = rows[s].tolist()
        losses.append(step(params, X[r], Y[r], next(it)))
    return losses
