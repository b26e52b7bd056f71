# because: plain Python loops throughout, even for the forward pass and the loss, with tensors only at the end
# batch: 1
# %% solution-dataset
def build_dataset(words, block):
    X, Y = [], []
    for w in words:
        done = ""
        for c in (w + ".") * bool(w):
            left = ("." * block + done)[len(done):]
            X.append([alphabet.index(k) for k in left])
            Y.append(alphabet.index(c))
            done += c
    return torch.tensor(X, dtype=torch.long).reshape(-1, block), torch.tensor(Y, dtype=torch.long)
# %% solution-split
def split(words, order):
    n1 = int(0.8 * len(words))
    n2 = int(0.9 * len(words))
    parts = ([], [], [])
    for place, i in enumerate(order):
        parts[(place >= n1) + (place >= n2)].append(words[i])
    return parts
# %% solution-embed
emb = torch.zeros(5, 3, 2, device=C.device)
for b_ in range(5):
    for t_ in range(3):
        emb[b_, t_] = C[int(Xb[b_, t_])]
embcat = torch.zeros(5, 6, device=C.device)
for b_ in range(5):
    for t_ in range(3):
        for e_ in range(2):
            embcat[b_, 2 * t_ + e_] = emb[b_, t_, e_]
# %% solution-forward
def forward(C, W1, b1, W2, b2, X):
    rows = []
    for context in X:
        v = torch.cat([C[token] for token in context])
        rows.append((v @ W1 + b1).tanh() @ W2 + b2)
    return torch.stack(rows)
# %% solution-loss
def cross_entropy(logits, Y):
    total = 0
    for z, y in zip(logits, Y):
        m = max(z.tolist())
        s = 0
        for zj in z:
            s = s + torch.exp(zj - m)
        total = total + torch.log(s) - (z[y] - m)
    return total / len(Y)
# %% solution-descend
def descend(params, loss, lr):
    grads = torch.autograd.grad(loss, params)
    for p, grad in zip(params, grads):
        p.grad = grad
        p.data.sub_(lr * grad)
# %% solution-lr
def candidates(lo, hi, n):
    q = (hi / lo) ** (1 / (n - 1))
    return torch.tensor([lo * q**k for k in range(n - 1)] + [hi], dtype=torch.float32)


def lr(step, steps, base):
    rates = [base] * (steps - steps // 2) + [base / 10] * (steps // 2)
    return float(rates[step])
# %% solution-learn
def learn(params, X, Y, rows, rates, step):
    losses, s = [], 0
    while s < len(rates):
        numbers = rows[s].tolist()
        losses.append(step(params, torch.stack([X[i] for i in numbers]), torch.stack([Y[i] for i in numbers]), rates[s]))
        s += 1
    return losses
# %% solution-diagnose
def diagnose(train, dev, goal, slack):
    a = b = 0.0
    for k in range(1, 11):
        a += float(train[-k]) / 10
        b += float(dev[-k]) / 10
    gap = b - a
    for name, yes in (("underfits", a > goal), ("overfits", gap > slack), ("fits", True)):
        if yes:
            return gap, name
