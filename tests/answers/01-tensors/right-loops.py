# because: plain Python loops and lists everywhere
# batch: 1
# %% solution-row-normalise
def row_normalise(M):
    rows = []
    for line in M.tolist():
        total = sum(line)
        rows.append([v / total for v in line])
    return torch.tensor(rows, dtype=torch.float32, device=M.device)
# %% solution-one-hot
def one_hot(ix, K):
    return torch.tensor([[1.0 if j == i else 0.0 for j in range(K)] for i in ix.tolist()], device=ix.device)
# %% solution-pick
def pick(P, y):
    return torch.stack([line[int(j)] for line, j in zip(P, y)])
# %% solution-mse
def mse(p, t):
    a, b = p.flatten().tolist(), t.tolist()
    return sum((u - v) ** 2 for u, v in zip(a, b)) / len(b)
# %% solution-unbroadcast
def unbroadcast(g, shape):
    if g.ndim > len(shape):
        return unbroadcast(sum(g.unbind(0)), shape)
    for axis, n in enumerate(shape):
        if n == 1:
            g = sum(g.split(1, dim=axis))
    return g
# %% solution-train
def train(loss_and_grad, w, lr, steps):
    losses = []
    while len(losses) < steps:
        loss, grad = loss_and_grad(w)
        losses += [float(loss)]
        w = torch.add(w, grad, alpha=-lr)
    return w, losses
# %% solution-curves
def read_curves(train, held):
    best = 0
    for step in range(1, len(held)):
        if held[step] < held[best]:
            best = step
    return best, held[len(held) - 1] - train[len(train) - 1], held[len(held) - 1] - held[best]
