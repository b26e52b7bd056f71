# because: right; lets torch do the work: gradients and even unbroadcast by autograd (of expand, cross_entropy, mse_loss), row_normalise as softmax of logarithms in float64, the loop by torch.optim.SGD on a copy, the fit by L-BFGS
# batch: 6
# %% solution-row-normalise
def row_normalise(M):
    """M (R, C), float32 or whole numbers, >= 0 -> P (R, C) float32: each row of M divided by its sum."""
    return F.softmax(M.to(torch.float64).log(), dim=-1).to(torch.float32)
# %% solution-one-hot
def one_hot(ix, K):
    """ix (N,) int, from 0 to K - 1 -> (N, K) float32: a 1 at the class of each example, 0 elsewhere."""
    return F.embedding(ix.long(), torch.eye(K, device=ix.device))
# %% solution-pick
def pick(P, y):
    """P (N, K), y (N,) int, from 0 to K - 1 -> (N,): of each row i of P the number in column y[i]."""
    return -F.nll_loss(P, y.long(), reduction="none")
# %% solution-mse
def mse(p, t):
    """p (N, 1) predictions, t (N,) targets -> their mean squared error, one number."""
    return F.mse_loss(p, t.unsqueeze(-1))
# %% solution-unbroadcast
def unbroadcast(g, shape):
    """g: any shape that a tensor of this shape can be broadcast to -> g summed over all copies, of this shape."""
    with torch.enable_grad():
        before = torch.zeros(shape, dtype=g.dtype, device=g.device, requires_grad=True)
        after = before.expand(g.shape) * 1.0
        return torch.autograd.grad(after, before, g.detach())[0].clone()
# %% solution-regression
def regression(Phi, t, w):
    """Phi (N, M), t (N,), w (M,) -> the loss (one number) of the predictions Phi @ w, and its gradient (M,)."""
    with torch.enable_grad():
        v = w.detach().clone().requires_grad_(True)
        loss = F.mse_loss(F.linear(Phi, v), t)
        (grad,) = torch.autograd.grad(loss, v)
    return loss.item(), grad
# %% solution-train
def train(loss_and_grad, w, lr, steps):
    """loss_and_grad(w) -> (loss, gradient) -> w after so many steps downhill, and the list of losses before each."""
    losses = []
    own = torch.nn.Parameter(w.detach().clone())
    optimizer = torch.optim.SGD([own], lr=lr)
    for _ in range(steps):
        loss, grad = loss_and_grad(own.detach().clone())
        own.grad = grad.detach().clone()
        optimizer.step()
        losses.append(float(loss))
    w = own.detach()
    return w, losses
# %% solution-fit-sine
def fit_sine(x, t):
    """x (N,) points from -4 to 4, t (N,) noisy heights -> f, a function: points (K,) -> the curve's heights (K,)."""
    with torch.enable_grad():
        Phi = bumps(x).detach()
        w = torch.zeros(Phi.shape[1], device=x.device, requires_grad=True)
        optimizer = torch.optim.LBFGS([w], max_iter=200, line_search_fn="strong_wolfe")

        def closure():
            optimizer.zero_grad()
            loss = F.mse_loss(Phi @ w, t)
            loss.backward()
            return loss

        optimizer.step(closure)
    final = w.detach()
    return lambda new: F.linear(bumps(new), final)
# %% solution-classification
def classification(Phi, y, W):
    """Phi (N, M), y (N,) int, W (M, K) -> the loss (one number) of softmax(Phi @ W), and its gradient (M, K)."""
    with torch.enable_grad():
        V = W.detach().clone().requires_grad_(True)
        loss = F.cross_entropy(Phi @ V, y.long())
        grad = torch.autograd.grad(loss, V)[0]
    return loss.item(), grad
# %% solution-curves
def read_curves(train, held):
    """train, held: lists of S losses -> best (int), gap (float), lost (float)."""
    import bisect
    from itertools import accumulate

    # the running minimum never rises: the first place where it is the smallest is the first smallest loss
    running = list(accumulate(held, min))
    best = bisect.bisect_left([-v for v in running], -running[-1])
    return best, held[-1] - train[-1], held[-1] - running[-1]
