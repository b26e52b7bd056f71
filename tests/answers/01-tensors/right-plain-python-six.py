# because: right; everything in plain Python: lists, loops, math and float64 numbers, turned into a tensor only at the end; the fit solves the normal equations by Gaussian elimination
# batch: 6
# %% solution-row-normalise
def row_normalise(M):
    """M (R, C), float32 or whole numbers, >= 0 -> P (R, C) float32: each row of M divided by its sum."""
    table = []
    for row in M.tolist():
        total = sum(row)
        table.append([v / total for v in row])
    return torch.tensor(table, dtype=torch.float32, device=M.device)
# %% solution-one-hot
def one_hot(ix, K):
    """ix (N,) int, from 0 to K - 1 -> (N, K) float32: a 1 at the class of each example, 0 elsewhere."""
    rows = [[1.0 if j == c else 0.0 for j in range(K)] for c in ix.tolist()]
    return torch.tensor(rows, dtype=torch.float32, device=ix.device).reshape(len(rows), K)
# %% solution-pick
def pick(P, y):
    """P (N, K), y (N,) int, from 0 to K - 1 -> (N,): of each row i of P the number in column y[i]."""
    numbers = [row[c] for row, c in zip(P.tolist(), y.tolist())]
    return torch.tensor(numbers, dtype=P.dtype, device=P.device)
# %% solution-mse
def mse(p, t):
    """p (N, 1) predictions, t (N,) targets -> their mean squared error, one number."""
    total, n = 0.0, 0
    for (guess,), truth in zip(p.tolist(), t.tolist()):
        total += (guess - truth) ** 2
        n += 1
    return total / n
# %% solution-unbroadcast
def unbroadcast(g, shape):
    """g: any shape that a tensor of this shape can be broadcast to -> g summed over all copies, of this shape."""
    shape = tuple(shape)
    padded = (1,) * (g.ndim - len(shape)) + shape

    def size(lengths):
        n = 1
        for length in lengths:
            n *= length
        return n

    sums = [0.0] * size(shape)
    for place, value in enumerate(g.reshape(-1).tolist()):
        # the place of this number along every axis, from the last axis to the first
        where = []
        for length in reversed(g.shape):
            where.append(place % length)
            place //= length
        where.reverse()
        # where it came from: place 0 along the axes that were copied
        flat = 0
        for i, length in zip(where, padded):
            flat = flat * length + (i if length != 1 else 0)
        sums[flat] += value
    return torch.tensor(sums, dtype=g.dtype, device=g.device).reshape(shape)
# %% solution-regression
def regression(Phi, t, w):
    """Phi (N, M), t (N,), w (M,) -> the loss (one number) of the predictions Phi @ w, and its gradient (M,)."""
    table, heights, target = Phi.tolist(), w.tolist(), t.tolist()
    n, m = len(table), len(heights)
    loss, slopes = 0.0, [0.0] * m
    for i in range(n):
        error = sum(table[i][k] * heights[k] for k in range(m)) - target[i]
        loss += error * error / n
        for k in range(m):
            slopes[k] += 2 * table[i][k] * error / n
    grad = torch.tensor(slopes, dtype=w.dtype, device=w.device)
    return loss, grad
# %% solution-train
def train(loss_and_grad, w, lr, steps):
    """loss_and_grad(w) -> (loss, gradient) -> w after so many steps downhill, and the list of losses before each."""
    losses = []
    left = steps
    while left > 0:
        answer = loss_and_grad(w)
        losses += [float(answer[0])]
        w = torch.sub(w, answer[1], alpha=lr)
        left -= 1
    return w, losses
# %% solution-fit-sine
def fit_sine(x, t):
    """x (N,) points from -4 to 4, t (N,) noisy heights -> f, a function: points (K,) -> the curve's heights (K,)."""
    import math

    centres = [-4.0 + k for k in range(9)]

    def heights_of_bumps(at):
        return [math.exp(-0.5 * ((at - c) / 0.8) ** 2) for c in centres]

    rows = [heights_of_bumps(v) for v in x.tolist()]
    target = t.tolist()
    m = len(centres)
    # (Phi^T Phi + a little) w = Phi^T t
    A = [[sum(r[i] * r[j] for r in rows) + (1e-3 if i == j else 0.0) for j in range(m)] for i in range(m)]
    b = [sum(r[i] * h for r, h in zip(rows, target)) for i in range(m)]
    for i in range(m):
        for k in range(i + 1, m):
            factor = A[k][i] / A[i][i]
            for j in range(i, m):
                A[k][j] -= factor * A[i][j]
            b[k] -= factor * b[i]
    w = [0.0] * m
    for i in reversed(range(m)):
        w[i] = (b[i] - sum(A[i][j] * w[j] for j in range(i + 1, m))) / A[i][i]

    def f(new):
        curve = [sum(a * h for a, h in zip(w, heights_of_bumps(v))) for v in new.tolist()]
        return torch.tensor(curve, dtype=torch.float32, device=new.device)

    return f
# %% solution-classification
def classification(Phi, y, W):
    """Phi (N, M), y (N,) int, W (M, K) -> the loss (one number) of softmax(Phi @ W), and its gradient (M, K)."""
    import math

    points, weights, labels = Phi.tolist(), W.tolist(), y.tolist()
    n, m, k = len(points), len(weights), len(weights[0])
    loss = 0.0
    slopes = [[0.0] * k for _ in range(m)]
    for row, label in zip(points, labels):
        z = [sum(row[a] * weights[a][j] for a in range(m)) for j in range(k)]
        top = max(z)
        e = [math.exp(v - top) for v in z]
        whole = sum(e)
        loss += (math.log(whole) + top - z[label]) / n  # -ln(e[label] / whole), also where that is as good as 0
        for j in range(k):
            d = e[j] / whole - (1.0 if j == label else 0.0)
            for a in range(m):
                slopes[a][j] += row[a] * d / n
    grad = torch.tensor(slopes, dtype=W.dtype, device=W.device)
    return loss, grad
# %% solution-curves
def read_curves(train, held):
    """train, held: lists of S losses -> best (int), gap (float), lost (float)."""
    best, smallest = None, None
    for step, loss in enumerate(held):
        if smallest is None or loss < smallest:
            best, smallest = step, loss
    gap = held[-1] - train[-1]
    lost = held[-1] - smallest
    return best, gap, lost
