# because: right: matrix products with ones and unit matrices, diagonals, logsumexp, a ridge solution in float64
# batch: 7
# %% solution-row-normalise
def row_normalise(M):
    """M (R, C), float32 or whole numbers, >= 0 -> P (R, C) float32: each row of M divided by its sum."""
    M = M.float()
    ones = torch.ones(M.shape[1], M.shape[1], device=M.device)
    return M / (M @ ones)  # every entry meets the sum of its row
# %% solution-one-hot
def one_hot(ix, K):
    """ix (N,) int, from 0 to K - 1 -> (N, K) float32: a 1 at the class of each example, 0 elsewhere."""
    return torch.eye(K, dtype=torch.float32, device=ix.device).index_select(0, ix.long())
# %% solution-pick
def pick(P, y):
    """P (N, K), y (N,) int, from 0 to K - 1 -> (N,): of each row i of P the number in column y[i]."""
    return P[:, y].diagonal().clone()  # (N, N), of which only the diagonal is wanted
# %% solution-mse
def mse(p, t):
    """p (N, 1) predictions, t (N,) targets -> their mean squared error, one number."""
    d = torch.sub(p.reshape(-1), t)
    return d.dot(d) / d.numel()
# %% solution-unbroadcast
def unbroadcast(g, shape):
    """g: any shape that a tensor of this shape can be broadcast to -> g summed over all copies, of this shape."""
    extra = g.ndim - len(shape)
    # copied axes to the front, one flat axis of them, summed by a row of ones
    copied = [a for a in range(g.ndim) if a < extra or shape[a - extra] == 1]
    kept = [a for a in range(g.ndim) if a not in copied]
    n = 1
    for a in copied:
        n *= g.shape[a]
    flat = g.permute(copied + kept).reshape(n, -1)
    return (torch.ones(n, dtype=g.dtype, device=g.device) @ flat).reshape(shape)
# %% solution-regression
def regression(Phi, t, w):
    """Phi (N, M), t (N,), w (M,) -> the loss (one number) of the predictions Phi @ w, and its gradient (M,)."""
    N = Phi.shape[0]
    error = Phi @ w - t
    loss = torch.linalg.vector_norm(error) ** 2 / N
    grad = torch.ones(N, device=w.device) @ (torch.diag(error) @ Phi) * 2 / N
    return loss, grad
# %% solution-train
def train(loss_and_grad, w, lr, steps):
    """loss_and_grad(w) -> (loss, gradient) -> w after so many steps downhill, and the list of losses before each."""
    losses = []
    weights = [w]
    for k in range(steps):
        loss, grad = loss_and_grad(weights[k])
        losses.append(loss.item() if torch.is_tensor(loss) else loss)
        weights.append(weights[k] - torch.mul(grad, lr))
    w = weights[-1]
    return w, losses
# %% solution-fit-sine
def fit_sine(x, t):
    """x (N,) points from -4 to 4, t (N,) noisy heights -> f, a function: points (K,) -> the curve's heights (K,)."""
    # a * sin(s x) + b * cos(s x) + c: linear but for s, so try many s and keep the best
    X, T = x.double(), t.double()

    def features(points, s):
        return torch.stack([torch.sin(s * points), torch.cos(s * points), torch.ones_like(points)], 1)

    best = None
    for k in range(20, 400):
        s = k / 100
        A = features(X, s)
        w = torch.linalg.solve(A.T @ A + 1e-6 * torch.eye(3, dtype=X.dtype, device=X.device), A.T @ T)
        error = float(((A @ w - T) ** 2).mean())
        if best is None or error < best[0]:
            best = error, s, w

    def f(new):
        _, s, w = best
        return (features(new.double(), s) @ w).float()

    return f
# %% solution-classification
def classification(Phi, y, W):
    """Phi (N, M), y (N,) int, W (M, K) -> the loss (one number) of softmax(Phi @ W), and its gradient (M, K)."""
    Z = Phi @ W
    log_p = Z - torch.logsumexp(Z, 1, keepdim=True)
    Y = torch.eye(W.shape[1], device=W.device)[y]
    loss = -torch.trace(log_p[:, y]) / len(y)
    grad = torch.einsum("nm,nk->mk", Phi, log_p.exp() - Y) / len(y)
    return loss, grad
# %% solution-curves
def read_curves(train, held):
    """train, held: lists of S losses -> best (int), gap (float), lost (float)."""
    best = held.index(sorted(held)[0])
    *_, last_train = train
    *_, last_held = held
    gap = last_held - last_train
    lost = last_held - held[best]
    return best, gap, lost
