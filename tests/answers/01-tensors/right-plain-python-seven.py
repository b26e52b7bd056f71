# because: right: plain Python numbers and loops everywhere, tensors only at the borders
# batch: 7
# %% solution-row-normalise
def row_normalise(M):
    """M (R, C), float32 or whole numbers, >= 0 -> P (R, C) float32: each row of M divided by its sum."""
    rows = []
    for row in M.tolist():
        total = sum(row)
        rows.append([value / total for value in row])
    return torch.tensor(rows, dtype=torch.float32, device=M.device)
# %% solution-one-hot
def one_hot(ix, K):
    """ix (N,) int, from 0 to K - 1 -> (N, K) float32: a 1 at the class of each example, 0 elsewhere."""
    table = []
    for c in ix.tolist():
        row = [0.0] * K
        row[c] = 1.0
        table.append(row)
    return torch.tensor(table, dtype=torch.float32, device=ix.device)
# %% solution-pick
def pick(P, y):
    """P (N, K), y (N,) int, from 0 to K - 1 -> (N,): of each row i of P the number in column y[i]."""
    numbers = [row[c] for row, c in zip(P.tolist(), y.tolist())]
    return torch.tensor(numbers, dtype=P.dtype, device=P.device)
# %% solution-mse
def mse(p, t):
    """p (N, 1) predictions, t (N,) targets -> their mean squared error, one number."""
    total = 0.0
    for (a,), b in zip(p.tolist(), t.tolist()):
        total += (a - b) ** 2
    return total / len(t)
# %% solution-unbroadcast
def unbroadcast(g, shape):
    """g: any shape that a tensor of this shape can be broadcast to -> g summed over all copies, of this shape."""
    import itertools

    out = torch.zeros(shape, dtype=g.dtype, device=g.device)
    extra = g.ndim - len(shape)
    for place in itertools.product(*[range(n) for n in g.shape]):
        home = tuple(0 if n == 1 else i for i, n in zip(place[extra:], shape))
        out[home] += g[place]
    return out
# %% solution-regression
def regression(Phi, t, w):
    """Phi (N, M), t (N,), w (M,) -> the loss (one number) of the predictions Phi @ w, and its gradient (M,)."""
    N, M = Phi.shape
    table, goal, weight = Phi.tolist(), t.tolist(), w.tolist()
    loss, slopes = 0.0, [0.0] * M
    for i in range(N):
        error = sum(table[i][m] * weight[m] for m in range(M)) - goal[i]
        loss += error * error / N
        for m in range(M):
            slopes[m] += 2 * error * table[i][m] / N
    grad = torch.tensor(slopes, dtype=w.dtype, device=w.device)
    return loss, grad
# %% solution-train
def train(loss_and_grad, w, lr, steps):
    """loss_and_grad(w) -> (loss, gradient) -> w after so many steps downhill, and the list of losses before each."""
    losses = []
    done = 0
    while done < steps:
        loss, grad = loss_and_grad(w)
        losses += [float(loss)]
        w = w - grad * lr
        done += 1
    return w, losses
# %% solution-fit-sine
def fit_sine(x, t):
    """x (N,) points from -4 to 4, t (N,) noisy heights -> f, a function: points (K,) -> the curve's heights (K,)."""
    # the normal equations of the nine bumps, solved by hand (Gauss), a little ridge
    Phi = bumps(x).double().tolist()
    goal = t.double().tolist()
    M = len(Phi[0])
    A = [[sum(row[a] * row[b] for row in Phi) + (0.01 if a == b else 0.0) for b in range(M)] for a in range(M)]
    r = [sum(row[a] * h for row, h in zip(Phi, goal)) for a in range(M)]
    for a in range(M):
        for b in range(a + 1, M):
            q = A[b][a] / A[a][a]
            A[b] = [v - q * u for u, v in zip(A[a], A[b])]
            r[b] -= q * r[a]
    w = [0.0] * M
    for a in reversed(range(M)):
        w[a] = (r[a] - sum(A[a][b] * w[b] for b in range(a + 1, M))) / A[a][a]

    def f(points):
        heights = [sum(h * v for h, v in zip(row, w)) for row in bumps(points).tolist()]
        return torch.tensor(heights, dtype=torch.float32, device=points.device)

    return f
# %% solution-classification
def classification(Phi, y, W):
    """Phi (N, M), y (N,) int, W (M, K) -> the loss (one number) of softmax(Phi @ W), and its gradient (M, K)."""
    import math

    N, M = Phi.shape
    K = W.shape[1]
    phi, weight, labels = Phi.tolist(), W.tolist(), y.tolist()
    loss = 0.0
    slopes = [[0.0] * K for _ in range(M)]
    for i in range(N):
        z = [sum(phi[i][m] * weight[m][k] for m in range(M)) for k in range(K)]
        top = max(z)
        e = [math.exp(v - top) for v in z]
        s = sum(e)
        loss += (math.log(s) - (z[labels[i]] - top)) / N
        for k in range(K):
            d = e[k] / s - (1.0 if k == labels[i] else 0.0)
            for m in range(M):
                slopes[m][k] += phi[i][m] * d / N
    grad = torch.tensor(slopes, dtype=W.dtype, device=W.device)
    return loss, grad
# %% solution-curves
def read_curves(train, held):
    """train, held: lists of S losses -> best (int), gap (float), lost (float)."""
    best, smallest = None, None
    for step, value in enumerate(held):
        if best is None or value < smallest:
            best, smallest = step, value
    gap = held[len(held) - 1] - train[len(train) - 1]
    lost = held[len(held) - 1] - smallest
    return best, gap, lost
