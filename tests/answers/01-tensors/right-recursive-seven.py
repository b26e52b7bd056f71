# because: right: recursion and functional style: every function calls itself or folds over a sequence
# batch: 7
# %% solution-row-normalise
def row_normalise(M):
    """M (R, C), float32 or whole numbers, >= 0 -> P (R, C) float32: each row of M divided by its sum."""
    if len(M) == 1:
        return M.float() / M.float().sum()
    half = len(M) // 2
    return torch.cat([row_normalise(M[:half]), row_normalise(M[half:])])
# %% solution-one-hot
def one_hot(ix, K):
    """ix (N,) int, from 0 to K - 1 -> (N, K) float32: a 1 at the class of each example, 0 elsewhere."""
    if K == 1:
        return (ix == 0).float()[:, None]
    last = (ix == K - 1).float()[:, None]
    return torch.hstack([one_hot(ix, K - 1), last])
# %% solution-pick
def pick(P, y):
    """P (N, K), y (N,) int, from 0 to K - 1 -> (N,): of each row i of P the number in column y[i]."""
    if len(P) == 1:
        return P[0, int(y[0])].reshape(1)
    half = len(P) // 2
    return torch.cat((pick(P[:half], y[:half]), pick(P[half:], y[half:])))
# %% solution-mse
def mse(p, t):
    """p (N, 1) predictions, t (N,) targets -> their mean squared error, one number."""
    if len(t) == 1:
        return (p[0, 0] - t[0]) ** 2
    half = len(t) // 2
    a, b = mse(p[:half], t[:half]), mse(p[half:], t[half:])
    return (a * half + b * (len(t) - half)) / len(t)
# %% solution-unbroadcast
def unbroadcast(g, shape):
    """g: any shape that a tensor of this shape can be broadcast to -> g summed over all copies, of this shape."""
    if g.ndim > len(shape):
        return sum(unbroadcast(part, shape) for part in g)
    if not shape:
        return g
    if shape[0] == 1:
        g = sum(g)[None]
    return torch.stack([unbroadcast(part, shape[1:]) for part in g])
# %% solution-regression
def regression(Phi, t, w):
    """Phi (N, M), t (N,), w (M,) -> the loss (one number) of the predictions Phi @ w, and its gradient (M,)."""
    from functools import reduce

    def add(so_far, example):
        row, target = example
        error = row.dot(w) - target
        return so_far[0] + error**2, so_far[1] + 2 * error * row

    loss, grad = reduce(add, zip(Phi, t), (torch.zeros((), device=w.device), torch.zeros_like(w)))
    loss, grad = loss / len(t), grad / len(t)
    return loss, grad
# %% solution-train
def train(loss_and_grad, w, lr, steps):
    """loss_and_grad(w) -> (loss, gradient) -> w after so many steps downhill, and the list of losses before each."""
    losses = []
    if steps == 1:
        loss, grad = loss_and_grad(w)
        return w - lr * grad, [float(loss)]
    if steps > 1:  # halves, so that it never gets deep
        w, first = train(loss_and_grad, w, lr, steps // 2)
        w, second = train(loss_and_grad, w, lr, steps - steps // 2)
        losses = first + second
    return w, losses
# %% solution-fit-sine
def fit_sine(x, t):
    """x (N,) points from -4 to 4, t (N,) noisy heights -> f, a function: points (K,) -> the curve's heights (K,)."""
    Phi = bumps(x)

    def improve(w, steps_left):
        if steps_left == 0:
            return w
        slopes = 2 * Phi.T @ (Phi @ w - t) / len(t)
        return improve(w - 0.8 * slopes, steps_left - 1)

    w = torch.zeros(Phi.shape[1], device=x.device)
    for _ in range(20):
        w = improve(w, 100)
    return lambda new: bumps(new) @ w
# %% solution-classification
def classification(Phi, y, W):
    """Phi (N, M), y (N,) int, W (M, K) -> the loss (one number) of softmax(Phi @ W), and its gradient (M, K)."""
    N = len(y)
    if N == 1:
        z = Phi[0] @ W
        p = (z - z.max()).exp()
        p = p / p.sum()
        d = p.clone()
        d[y[0]] -= 1
        loss, grad = -p[y[0]].log(), torch.outer(Phi[0], d)
        return loss, grad
    half = N // 2
    (l1, g1), (l2, g2) = classification(Phi[:half], y[:half], W), classification(Phi[half:], y[half:], W)
    loss = (half * l1 + (N - half) * l2) / N
    grad = (half * g1 + (N - half) * g2) / N
    return loss, grad
# %% solution-curves
def read_curves(train, held):
    """train, held: lists of S losses -> best (int), gap (float), lost (float)."""
    (_, best), (gap, lost) = min(zip(held, range(len(held)))), (held[-1] - train[-1], held[-1] - min(held))
    return best, gap, lost
