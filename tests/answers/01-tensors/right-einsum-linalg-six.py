# because: right; einsum, index_add, scatter and linear algebra: row sums by einsum, one-hot by scatter_, pick by a contraction, the fit in one go by a ridge solution with cosines (no bumps, no training), the loop as functools.reduce
# batch: 6
# %% solution-row-normalise
def row_normalise(M):
    """M (R, C), float32 or whole numbers, >= 0 -> P (R, C) float32: each row of M divided by its sum."""
    A = M.double()
    return torch.einsum("rc,r->rc", A, torch.einsum("rc->r", A).reciprocal()).float()
# %% solution-one-hot
def one_hot(ix, K):
    """ix (N,) int, from 0 to K - 1 -> (N, K) float32: a 1 at the class of each example, 0 elsewhere."""
    return torch.zeros(ix.numel(), K, device=ix.device).scatter_(1, ix.long().unsqueeze(-1), 1.0)
# %% solution-pick
def pick(P, y):
    """P (N, K), y (N,) int, from 0 to K - 1 -> (N,): of each row i of P the number in column y[i]."""
    return P.index_select(1, y).diagonal().clone()
# %% solution-mse
def mse(p, t):
    """p (N, 1) predictions, t (N,) targets -> their mean squared error, one number."""
    e = p.T - t  # (1, N) - (N,) -> (1, N)
    return torch.einsum("ai,ai->", e, e).div(t.numel())
# %% solution-unbroadcast
def unbroadcast(g, shape):
    """g: any shape that a tensor of this shape can be broadcast to -> g summed over all copies, of this shape."""
    letters = "abcdefghijklmnopqrstuvwxyz"[: g.ndim]
    front = g.ndim - len(shape)
    kept = "".join(c for c, n in zip(letters[front:], shape) if n != 1)
    return torch.einsum(f"{letters}->{kept}", g).reshape(shape).clone()
# %% solution-regression
def regression(Phi, t, w):
    """Phi (N, M), t (N,), w (M,) -> the loss (one number) of the predictions Phi @ w, and its gradient (M,)."""
    e = torch.addmv(t, Phi, w, beta=-1)  # Phi @ w - t
    loss = torch.dot(e, e) / e.numel()
    grad = torch.einsum("nm,n->m", Phi, e) * (2 / e.numel())
    return loss, grad
# %% solution-train
def train(loss_and_grad, w, lr, steps):
    """loss_and_grad(w) -> (loss, gradient) -> w after so many steps downhill, and the list of losses before each."""
    from functools import reduce

    losses = []

    def step(v, _):
        loss, grad = loss_and_grad(v)
        losses.append(float(loss))
        return torch.lerp(v, v - grad, lr)  # v + lr * ((v - grad) - v)

    w = reduce(step, range(steps), w)
    return w, losses
# %% solution-fit-sine
def fit_sine(x, t):
    """x (N,) points from -4 to 4, t (N,) noisy heights -> f, a function: points (K,) -> the curve's heights (K,)."""
    order = torch.arange(11, device=x.device, dtype=torch.float64)

    def features(points):
        return torch.cos(torch.outer((points.double() + 5) * (torch.pi / 10), order))

    A = features(x)
    ridge = 0.3 * torch.eye(11, dtype=torch.float64, device=x.device)
    ridge[0, 0] = 1e-6
    w = torch.linalg.solve(A.T @ A + ridge, A.T @ t.double())
    return lambda new: torch.mv(features(new), w).to(t.dtype)
# %% solution-classification
def classification(Phi, y, W):
    """Phi (N, M), y (N,) int, W (M, K) -> the loss (one number) of softmax(Phi @ W), and its gradient (M, K)."""
    Z = torch.einsum("nm,mk->nk", Phi, W)
    logP = Z - torch.logsumexp(Z, 1, keepdim=True)
    loss = -torch.take_along_dim(logP, y[:, None], 1).mean()
    D = logP.exp().index_put((torch.arange(len(y), device=y.device), y), -torch.ones_like(Z[:, 0]), accumulate=True)
    grad = torch.einsum("nm,nk->mk", Phi, D) / len(y)
    return loss, grad
# %% solution-curves
def read_curves(train, held):
    """train, held: lists of S losses -> best (int), gap (float), lost (float)."""
    lowest, best = min(zip(held, range(len(held))))
    *_, last = zip(train, held)
    return best, last[1] - last[0], last[1] - lowest
