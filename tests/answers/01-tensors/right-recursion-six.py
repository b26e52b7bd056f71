# because: right; everything by recursion (tables and loops are cut in halves, so the depth is small), no matrix product over rows, no loop over steps
# batch: 6
# %% solution-row-normalise
def row_normalise(M):
    """M (R, C), float32 or whole numbers, >= 0 -> P (R, C) float32: each row of M divided by its sum."""
    if len(M) == 1:
        return (M / M.sum()).float()
    half = len(M) // 2
    return torch.cat([row_normalise(M[:half]), row_normalise(M[half:])])
# %% solution-one-hot
def one_hot(ix, K):
    """ix (N,) int, from 0 to K - 1 -> (N, K) float32: a 1 at the class of each example, 0 elsewhere."""
    if K == 0:
        return torch.zeros(len(ix), 0, device=ix.device)
    before = one_hot(ix, K - 1)
    return torch.cat((before, (ix == K - 1).float().reshape(-1, 1)), dim=-1)
# %% solution-pick
def pick(P, y):
    """P (N, K), y (N,) int, from 0 to K - 1 -> (N,): of each row i of P the number in column y[i]."""
    # from the last column to the first: is it this one? else ask the table without it
    last = P.shape[1] - 1
    if last == 0:
        return P[:, 0].clone()
    return torch.where(y == last, P[:, last], pick(P[:, :last], y))
# %% solution-mse
def mse(p, t):
    """p (N, 1) predictions, t (N,) targets -> their mean squared error, one number."""
    def total(a, b):
        if len(b) == 1:
            return (float(a[0, 0]) - float(b[0])) ** 2
        h = len(b) // 2
        return total(a[:h], b[:h]) + total(a[h:], b[h:])

    return total(p, t) / len(t)
# %% solution-unbroadcast
def unbroadcast(g, shape):
    """g: any shape that a tensor of this shape can be broadcast to -> g summed over all copies, of this shape."""
    if g.ndim > len(shape):
        return unbroadcast(g.sum(0), shape)
    if len(shape) == 0:
        return g.clone()
    if shape[0] == 1:
        return unbroadcast(g.sum(0), shape[1:])[None]
    return torch.stack([unbroadcast(part, shape[1:]) for part in g])
# %% solution-regression
def regression(Phi, t, w):
    """Phi (N, M), t (N,), w (M,) -> the loss (one number) of the predictions Phi @ w, and its gradient (M,)."""
    N = len(t)
    if N == 1:
        error = (Phi[0] * w).sum() - t[0]
        return error**2, 2 * error * Phi[0]
    h = N // 2
    loss_1, grad_1 = regression(Phi[:h], t[:h], w)
    loss_2, grad_2 = regression(Phi[h:], t[h:], w)
    # means of parts of different size: weigh them
    a, b = h / N, (N - h) / N
    loss = a * loss_1 + b * loss_2
    grad = a * grad_1 + b * grad_2
    return loss, grad
# %% solution-train
def train(loss_and_grad, w, lr, steps):
    """loss_and_grad(w) -> (loss, gradient) -> w after so many steps downhill, and the list of losses before each."""
    if steps == 0:
        return w, []
    if steps == 1:
        loss, grad = loss_and_grad(w)
        return w - lr * grad, [float(loss)]
    early = steps // 2
    middle, first = train(loss_and_grad, w, lr, early)
    end, second = train(loss_and_grad, middle, lr, steps - early)
    return end, first + second
# %% solution-fit-sine
def fit_sine(x, t):
    """x (N,) points from -4 to 4, t (N,) noisy heights -> f, a function: points (K,) -> the curve's heights (K,)."""
    table = bumps(x)

    def improve(w, rounds):
        if rounds == 0:
            return w
        for m in range(9):  # the best height of one bump while the others stay: coordinate descent
            rest = t - table @ w + table[:, m] * w[m]
            better = (table[:, m] @ rest) / (table[:, m] @ table[:, m])
            w = torch.where(torch.arange(9, device=x.device) == m, better, w)
        return improve(w, rounds - 1)

    w = improve(torch.zeros(9, device=x.device), 120)

    def f(new):
        return bumps(new) @ w

    return f
# %% solution-classification
def classification(Phi, y, W):
    """Phi (N, M), y (N,) int, W (M, K) -> the loss (one number) of softmax(Phi @ W), and its gradient (M, K)."""
    def sums(Phi, y):
        if len(y) > 1:
            h = len(y) // 2
            (loss_1, grad_1), (loss_2, grad_2) = sums(Phi[:h], y[:h]), sums(Phi[h:], y[h:])
            return loss_1 + loss_2, grad_1 + grad_2
        z = (Phi[0][:, None] * W).sum(0)
        z = z - z.max()
        whole = z.exp().sum()
        right = torch.arange(len(z), device=z.device) == y[0]
        return whole.log() - z[y[0]], Phi[0][:, None] * (z.exp() / whole - right.float())

    loss, grad = sums(Phi, y)
    return loss / len(y), grad / len(y)
# %% solution-curves
def read_curves(train, held):
    """train, held: lists of S losses -> best (int), gap (float), lost (float)."""
    def lowest(a, b):  # among the steps a .. b - 1; the earlier one wins a draw
        if b - a == 1:
            return a
        m = (a + b) // 2
        left, right = lowest(a, m), lowest(m, b)
        return right if held[right] < held[left] else left

    best = lowest(0, len(held))
    return best, held[-1] - train[-1], held[-1] - held[best]
