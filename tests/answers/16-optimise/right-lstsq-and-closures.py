# because: The penalty as extra rows of a least-squares problem, masks by masked_fill, folds by tensor_split, cosine by a half-angle formula.
# batch: 2
# %% solution-poly
def fit_poly(x, y, degree, lam):
    """x, y (N,), degree >= 0, lam >= 0 -> w (degree + 1,): the coefficients, that of the lowest power first."""
    X = torch.vander(x, degree + 1, increasing=True)
    extra = (torch.eye(degree + 1, dtype=x.dtype, device=x.device) * math.sqrt(lam))[1:]
    A = torch.cat([X, extra])
    b = torch.cat([y, y.new_zeros(degree)])
    Q, R = torch.linalg.qr(A)
    return torch.linalg.solve_triangular(R, (Q.T @ b)[:, None], upper=True)[:, 0]
# %% solution-dropout
def dropout(x, p, mask, training):
    """x (..), mask (..) bool: True where x stays; training True or False -> the shape of x."""
    return (x / (1 - p)).masked_fill(~mask, 0.0) if training else x.clone()
# %% solution-dropout-back
def dropout_backward(dout, p, mask, training):
    """dout (..), and p, mask, training as they were in the forward pass -> dx (..)."""
    factor = mask.to(dout.dtype).div(1 - p) if training else torch.ones_like(dout)
    return factor * dout
# %% solution-kfold
def kfold(n, k):
    """2 <= k <= n -> k pairs (trained on, held out) of lists of ints."""
    folds = [f.tolist() for f in torch.tensor_split(torch.arange(n), k)]
    return [(sum(folds[:i] + folds[i + 1 :], []), held) for i, held in enumerate(folds)]
# %% solution-schedules
def step_decay(step, lr, factor, every):
    """step >= 0 -> the learning rate at this step, a number."""
    return math.prod([factor] * (step // every), start=lr)


def cosine(step, lr, lr_min, warmup, total):
    """step >= 0, 0 <= warmup < total -> the learning rate at this step, a number."""
    if step < warmup:
        return (step + 1) * (lr / warmup)
    r = min(1.0, (step - warmup) / (total - warmup))
    c = math.cos(math.pi * r / 2) ** 2  # (1 + cos(2a)) / 2
    return c * lr + (1 - c) * lr_min
