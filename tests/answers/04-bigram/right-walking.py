# because: Everything in plain Python loops: counts in nested lists, a walk along the stick, rows one at a time.
# batch: 2
# %% solution-counts
def bigram_counts(words):
    """words, a list of str -> N (27, 27), int64: N[i, j] = how often token j comes right after token i."""
    table = [[0] * 27 for _ in range(27)]
    for word in words:
        here, any_letter = 0, False
        for ch in word:
            there = alphabet.find(ch)
            if there < 1:
                continue
            table[here][there] += 1
            here, any_letter = there, True
        if any_letter:
            table[here][0] += 1
    return torch.tensor(table)
# %% solution-probs
def probs(N, k):
    """N (R, V) counts, k a number -> P (R, V), float32: k added to every count, then each row sums to 1."""
    rows = []
    for row in N.tolist():
        row = [n + k for n in row]
        total = sum(row)
        rows.append([n / total for n in row])
    return torch.tensor(rows, dtype=torch.float32, device=N.device)
# %% solution-sample
def sample(P, u):
    """P (V, V) probabilities, u (L,) uniform numbers -> a name of at most L letters, a str."""
    name = ""
    ix = 0  # the token that is there: at first the full stop
    for r in u.tolist():
        ends = P[ix].cumsum(0).tolist()
        j = 0
        while j < len(ends) - 1 and not ends[j] > r:
            j += 1
        ix = j
        if itos[ix] == ".":
            break
        name += itos[ix]
    return name
# %% solution-nll
def nll(P, xs, ys):
    """P (R, V) probabilities, xs (n,), ys (n,) int64 -> the mean negative log-likelihood, a tensor without dimensions."""
    total = P.new_zeros(())
    for x, y in zip(xs.tolist(), ys.tolist()):
        total -= P[x, y].log()
    return total / len(xs)
# %% solution-logits
onehot = torch.zeros(len(xb), 27, device=W.device)
for i, token in enumerate(xb.tolist()):
    onehot[i, token] = 1.0
logits = onehot @ W
# %% solution-p
p = torch.empty_like(logits)
for i, row in enumerate(logits):
    e = (row - row.max()).exp()
    p[i] = e / e.sum()
# %% solution-loss
def loss_and_grad(W, xs, ys, reg):
    """W (V, V), xs (n,), ys (n,), reg a number -> loss, a tensor without dimensions, and its gradient dW (V, V)."""
    W = W.detach().clone().requires_grad_()
    loss = 0.0
    for x, y in zip(xs.tolist(), ys.tolist()):
        z = W[x] - W[x].max()
        loss = loss + (z.exp().sum().log() - z[y]) / len(xs)
    loss = loss + reg * (W * W).mean()
    loss.backward()
    dW = W.grad.clone()
    return loss.detach(), dW
# %% solution-trigram
def trigram_counts(words):
    """words, a list of str -> N (27, 27, 27), int64: N[a, b, c] = how often c comes right after a, b."""
    N = torch.zeros((27, 27, 27), dtype=torch.int64)
    for word in words:
        a = b = 0
        for ch in [*word, "."]:
            c = stoi[ch]
            N[a][b][c] += 1
            a, b = b, c
    return N
# %% solution-sample-trigram
def sample_trigram(P, u):
    """P (V, V, V) probabilities, u (L,) uniform numbers -> a name of at most L letters, a str."""
    name = ""
    a = b = 0  # the two tokens that are there
    for r in u.tolist():
        ends = P[a][b].cumsum(0).tolist()
        ends[-1] = 1.0
        new = next(j for j, end in enumerate(ends) if end > r)
        if new == 0:
            return name
        name += itos[new]
        a, b = b, new
    return name
