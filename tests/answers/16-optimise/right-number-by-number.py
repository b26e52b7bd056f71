# because: Plain Python numbers and loops everywhere, tensors only at the beginning and end.
# batch: 2
# %% solution-poly
def fit_poly(x, y, degree, lam):
    """x, y (N,), degree >= 0, lam >= 0 -> w (degree + 1,): the coefficients, that of the lowest power first."""
    n = degree + 1
    A = x.new_zeros(n, n)
    b = x.new_zeros(n)
    for i in range(n):
        b[i] = (x**i * y).sum()
        for j in range(n):
            A[i, j] = (x ** (i + j)).sum() + (lam if i == j and i > 0 else 0.0)
    return torch.linalg.solve(A, b)
# %% solution-l2
def l2(params, lam):
    """params: a list of tensors -> (penalty, grads): a tensor without dimensions, and a list of the params' shapes."""
    grads = [p * (lam if len(p.shape) >= 2 else 0.0) for p in params]
    penalty = params[0].new_tensor(0.0)
    for p, g in zip(params, grads):
        penalty = penalty + torch.dot(p.reshape(-1), g.reshape(-1)) / 2
    return penalty, grads
# %% solution-dropout
def dropout(x, p, mask, training):
    """x (..), mask (..) bool: True where x stays; training True or False -> the shape of x."""
    if not training:
        return x + 0.0
    numbers = [v / (1 - p) if m else 0.0 for v, m in zip(x.flatten().tolist(), mask.flatten().tolist())]
    return torch.tensor(numbers, dtype=x.dtype, device=x.device).reshape(x.shape)
# %% solution-adam
def adam(p, g, state, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    """p, g (..), state (m, s, t) -> (p, (m, s, t)) after one step."""
    m, s, t = state
    t = t + 1
    new = []
    for pi, gi, mi, si in zip(*(a.flatten().tolist() for a in (p, g, m, s))):
        mi = beta1 * mi + (1 - beta1) * gi
        si = beta2 * si + (1 - beta2) * gi * gi
        pi -= lr * (mi / (1 - beta1**t)) / (math.sqrt(si / (1 - beta2**t)) + eps)
        new.append((pi, mi, si))
    p, m, s = (torch.tensor(col, dtype=p.dtype, device=p.device).reshape(p.shape) for col in zip(*new))
    return p, (m, s, t)
# %% solution-kfold
def kfold(n, k):
    """2 <= k <= n -> k pairs (trained on, held out) of lists of ints."""
    q, r = divmod(n, k)
    owner = [i for i in range(k) for _ in range(q + 1 if i < r else q)]
    return [([x for x in range(n) if owner[x] != i], [x for x in range(n) if owner[x] == i]) for i in range(k)]
