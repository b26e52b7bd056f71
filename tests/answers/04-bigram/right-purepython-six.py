# because: plain Python lists and floats for everything, a dict of counts, the gradient by hand in loops, walking along the stick by subtraction-free sums
# batch: 6
# %% solution-counts
def bigram_counts(words):
    """words, a list of str -> N (27, 27), int64: N[i, j] = how often token j comes right after token i."""

    table = {}
    for word in words:
        before = 0
        for ch in word:
            if ch == "." or ch not in stoi:
                continue
            key = (before, stoi[ch])
            table[key] = table.get(key, 0) + 1
            before = stoi[ch]
        if before:
            table[before, 0] = table.get((before, 0), 0) + 1
    return torch.tensor([[table.get((i, j), 0) for j in range(27)] for i in range(27)], dtype=torch.int64)
# %% solution-probs
def probs(N, k):
    """N (R, V) counts, k a number -> P (R, V), float32: k added to every count, then each row sums to 1."""

    rows = []
    for row in N.tolist():
        more = [n + k for n in row]
        s = sum(more)
        rows.append([m / s if s else float("nan") for m in more])
    return torch.tensor(rows, dtype=torch.float32, device=N.device)
# %% solution-sample
def sample(P, u):
    """P (V, V) probabilities, u (L,) uniform numbers -> a name of at most L letters, a str."""
    name = ""
    ix = 0  # the token that is there: at first the full stop
    for r in u.tolist():
        # ix: the token that comes next, by r; then end, or add its letter itos[ix] to the name

        row = P[ix].tolist()
        end, ix = 0.0, 0
        while ix < len(row) - 1:
            end += row[ix]
            if end > r:
                break
            ix += 1
        if not ix:
            break
        name += itos[ix]
    return name
# %% solution-nll
def nll(P, xs, ys):
    """P (R, V) probabilities, xs (n,), ys (n,) int64 -> the mean negative log-likelihood, a tensor without dimensions."""

    import math

    table, total, n = P.tolist(), 0.0, 0
    for x, y in zip(xs.tolist(), ys.tolist()):
        total += -math.log(table[x][y]) if table[x][y] > 0 else math.inf
        n += 1
    return torch.tensor(total / n, dtype=P.dtype, device=P.device)
# %% solution-logits
# logits: (20, 27), row i from token xb[i]
_w = W.tolist()
logits = torch.tensor([_w[t] for t in xb.tolist()], device=W.device)
# %% solution-p
# p: (20, 27), row i = the probabilities of the token after xb[i]
import math

p = []
for _row in logits.tolist():
    _e = [math.exp(v) for v in _row]
    p.append([v / sum(_e) for v in _e])
p = torch.tensor(p, device=logits.device)
# %% solution-loss
def loss_and_grad(W, xs, ys, reg):
    """W (V, V), xs (n,), ys (n,), reg a number -> loss, a tensor without dimensions, and its gradient dW (V, V)."""
    W = W.detach().clone().requires_grad_()
    # loss: with the regularisation in it
    # dW: (V, V), the gradient of loss with respect to W

    import math

    w = W.tolist()
    V, n = len(w), len(xs)
    loss = sum(reg * v * v / V**2 for row in w for v in row)
    d = [[2 * reg * v / V**2 for v in row] for row in w]
    for x, y in zip(xs.tolist(), ys.tolist()):
        top = max(w[x])
        e = [math.exp(v - top) for v in w[x]]
        s = sum(e)
        loss += (math.log(s) + top - w[x][y]) / n
        for j in range(V):
            d[x][j] += (e[j] / s - (j == y)) / n
    loss = torch.tensor(loss, dtype=W.dtype, device=W.device)
    dW = torch.tensor(d, dtype=W.dtype, device=W.device)
    return loss.detach(), dW
# %% solution-trigram
def trigram_counts(words):
    """words, a list of str -> N (27, 27, 27), int64: N[a, b, c] = how often c comes right after a, b."""
    N = torch.zeros((27, 27, 27), dtype=torch.int64)

    for word in words:
        a = b = 0
        for letter in word:
            c = stoi[letter]
            N[a][b][c] += 1
            a = b
            b = c
        N[a][b][0] += 1
    return N
# %% solution-sample-trigram
def sample_trigram(P, u):
    """P (V, V, V) probabilities, u (L,) uniform numbers -> a name of at most L letters, a str."""
    name = ""
    a = b = 0  # the two tokens that are there
    for r in u.tolist():

        row = P[a, b].tolist()
        end, c = 0.0, 0
        while c < len(row) - 1:
            end += row[c]
            if end > r:
                break
            c += 1
        if c == 0:
            return name
        name, a, b = name + itos[c], b, c
    return name
