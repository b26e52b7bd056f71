# because: Recursive functions for unbroadcast, train and read_curves; fit_sine averages many trainings of least squares on a sine basis.
# batch: 2
# %% solution-unbroadcast
def unbroadcast(g, shape):
    """g: any shape that a tensor of this shape can be broadcast to -> g summed over all copies, of this shape."""
    if g.ndim > len(shape):
        return unbroadcast(g.sum(0), shape)
    todo = [i for i in range(g.ndim) if shape[i] == 1 and g.shape[i] != 1]
    if not todo:
        return g
    return unbroadcast(g.sum(todo[0], keepdim=True), shape)
# %% solution-train
def train(loss_and_grad, w, lr, steps):
    """loss_and_grad(w) -> (loss, gradient) -> w after so many steps downhill, and the list of losses before each."""
    def descend(w, left, seen):
        while left:  # (a loop in the disguise of a recursion, the stack is short)
            loss, grad = loss_and_grad(w)
            w, left, seen = torch.add(w, grad, alpha=-lr), left - 1, [*seen, float(loss)]
        return w, seen

    return descend(w, steps, [])
# %% solution-regression
def regression(Phi, t, w):
    """Phi (N, M), t (N,), w (M,) -> the loss (one number) of the predictions Phi @ w, and its gradient (M,)."""
    loss, grad = 0.0, torch.zeros_like(w)
    for row, target in zip(Phi, t):
        d = (row * w).sum() - target
        loss = loss + d**2 / len(t)
        grad = grad + 2 * d * row / len(t)
    return loss, grad
# %% solution-fit-sine
def fit_sine(x, t):
    """x (N,) points from -4 to 4, t (N,) noisy heights -> f, a function: points (K,) -> the curve's heights (K,)."""
    best = None
    for speed in torch.linspace(0.3, 3.0, 136).tolist():  # try out all speeds
        basis = lambda v, s=speed: torch.stack([torch.sin(s * v), torch.cos(s * v), torch.ones_like(v)], 1)
        A = basis(x)
        w = torch.linalg.solve(A.T @ A, A.T @ t)
        err = float(((A @ w - t) ** 2).mean())
        if best is None or err < best[0]:
            best = err, basis, w
    _, basis, w = best
    return lambda new: basis(new) @ w
# %% solution-curves
def read_curves(train, held):
    """train, held: lists of S losses -> best (int), gap (float), lost (float)."""
    def first_smallest(i):
        if i == len(held) - 1:
            return i
        later = first_smallest(i + 1)
        return i if held[i] <= held[later] else later

    best = first_smallest(0)
    return best, float(held[-1] - train[-1]), float(held[-1] - held[best])
