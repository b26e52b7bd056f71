# because: lets autograd do the derivatives (Newton's step for the polynomial, vjp for dropout, grad of the penalty) and writes the optimisers as small matrices and einsum
# batch: 6
# %% solution-poly
def fit_poly(x, y, degree, lam):
    """x, y (N,), degree >= 0, lam >= 0 -> w (degree + 1,): the coefficients, that of the lowest power first."""
    def objective(w):
        f = torch.zeros_like(x)
        for j in range(degree, -1, -1):  # Horner
            f = f * x + w[j]
        return ((f - y) ** 2).sum() + lam * (w[1:] ** 2).sum()

    # quadratic, so a single step of Newton's method from anywhere ends in the minimum
    zero = torch.zeros(degree + 1, dtype=x.dtype, device=x.device)
    slope = torch.func.grad(objective)(zero)
    curvature = torch.func.hessian(objective)(zero)
    return zero - torch.linalg.solve(curvature, slope)
# %% solution-l2
def l2(params, lam):
    """params: a list of tensors -> (penalty, grads): a tensor without dimensions, and a list of the params' shapes."""
    copies = [p.detach().clone().requires_grad_() for p in params]
    with torch.enable_grad():
        penalty = sum((0.5 * lam * (c**2).sum() if c.ndim > 1 else 0.0 * c.sum()) for c in copies)
        grads = torch.autograd.grad(penalty, copies)
    return penalty.detach(), [g.clone() for g in grads]
# %% solution-dropout
def dropout(x, p, mask, training):
    """x (..), mask (..) bool: True where x stays; training True or False -> the shape of x."""
    scale = torch.ones_like(x)
    if training:
        scale = torch.zeros_like(x).masked_scatter(mask, torch.full_like(x, 1 / (1 - p)))
    return torch.einsum("i,i->i", x.reshape(-1), scale.reshape(-1)).reshape(x.shape)
# %% solution-dropout-back
def dropout_backward(dout, p, mask, training):
    """dout (..), and p, mask, training as they were in the forward pass -> dx (..)."""
    def forward(x):
        if training:
            return torch.where(mask, x / (1 - p), torch.zeros_like(x))
        return 1.0 * x

    # dropout is linear, so its derivative is the same at every x
    _, back = torch.func.vjp(forward, torch.zeros_like(dout))
    return back(dout)[0]
# %% solution-stop
def early_stop(losses, patience):
    """losses: the held-out loss of each epoch; patience >= 1 -> (best, last): two epochs, as Python ints."""
    L = torch.tensor([float(loss) for loss in losses], dtype=torch.float64)
    n = len(L)
    before = torch.ones(n, n, dtype=torch.bool).tril(-1)
    is_best = ((L[:, None] < L[None, :]) | ~before).all(dim=1)
    epochs = torch.arange(n)
    best_so_far = torch.where(is_best, epochs, torch.zeros_like(epochs)).cummax(0).values
    out_of_patience = torch.nonzero(epochs - best_so_far >= patience).flatten().tolist()
    last = (out_of_patience + [n - 1])[0]
    return int(best_so_far[last]), last
# %% solution-kfold
def kfold(n, k):
    """2 <= k <= n -> k pairs (trained on, held out) of lists of ints."""
    numbers = torch.arange(n)
    return [(numbers[~torch.isin(numbers, held)].tolist(), held.tolist()) for held in torch.tensor_split(numbers, k)]
# %% solution-grid
def grid_search(score, grid):
    """score(**setting) -> loss; grid {name: list of values} -> (the best setting, a dict; its loss)."""
    settings = [dict(zip(grid, values)) for values in itertools.product(*grid.values())]
    losses = [score(**setting) for setting in settings]
    numbers = torch.tensor([float(loss) for loss in losses], dtype=torch.float64)
    lowest = numbers[~numbers.isnan()].min()
    i = (numbers == lowest).nonzero()[0].item()
    return settings[i], losses[i]
# %% solution-random
def random_settings(ranges, u):
    """ranges {name: (a, b)} with m names, u (n, m) from [0, 1) -> a list of n settings {name: number}."""
    bounds = torch.tensor(list(ranges.values()), dtype=torch.float64, device=u.device).log2()
    weights = torch.stack([1 - u, u], dim=-1)
    values = torch.exp2(torch.einsum("nmk,mk->nm", weights, bounds))
    return [{name: values[i, j].item() for j, name in enumerate(ranges)} for i in range(u.shape[0])]
# %% solution-sgd
def sgd(p, g, lr):
    """p, g (..) -> p (..) after one step."""
    return torch.tensordot(torch.tensor([1.0, -lr], dtype=p.dtype, device=p.device), torch.stack([p, g]), dims=1)
# %% solution-momentum
def momentum(p, g, v, lr, mu=0.9):
    """p, g, v (..) -> (p, v) after one step."""
    A = torch.tensor([[1.0, -lr, -lr * mu], [0.0, 1.0, mu]], dtype=p.dtype, device=p.device)
    new = torch.tensordot(A, torch.stack([p, g, v]), dims=1)
    return new[0], new[1]
# %% solution-nesterov
def nesterov(p, g, v, lr, mu=0.9):
    """p, g, v (..) -> (p, v) after one step."""
    # p - lr (g + mu (mu v + g)), multiplied out
    A = torch.tensor([[1.0, -lr * (1 + mu), -lr * mu * mu], [0.0, 1.0, mu]], dtype=p.dtype, device=p.device)
    new = torch.einsum("ij,j...->i...", A, torch.stack([p, g, v]))
    return new[0].clone(), new[1].clone()
# %% solution-adam
def adam(p, g, state, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    """p, g (..), state (m, s, t) -> (p, (m, s, t)) after one step."""
    m, s, t = state
    betas = torch.tensor([beta1, beta2], dtype=p.dtype, device=p.device)
    betas = betas.reshape([2] + [1] * p.ndim)
    averages = betas * torch.stack([m, s]) + (1 - betas) * torch.stack([g, g * g])
    t = t + 1
    hats = averages / (1 - betas**t)
    p = p - lr * hats[0] / (hats[1].sqrt() + eps)
    m, s = averages.unbind()
    return p, (m, s, t)
# %% solution-adamw
def adamw(p, g, state, lr, wd, beta1=0.9, beta2=0.999, eps=1e-8):
    """p, g (..), state (m, s, t) as in adam -> (p, (m, s, t)) after one step; wd >= 0."""
    m, s, t = state
    # adam's step does not depend on p: make it from 0, and add it to what is left of p
    step, (m, s, t) = adam(torch.zeros_like(p), g, (m, s, t), lr, beta1, beta2, eps)
    p = torch.add(step, p, alpha=1 - lr * wd)
    return p, (m, s, t)
# %% solution-schedules
def step_decay(step, lr, factor, every):
    """step >= 0 -> the learning rate at this step, a number."""
    rates = torch.full((step // every + 1,), factor, dtype=torch.float64)
    rates[0] = lr
    return rates.prod().item()


def cosine(step, lr, lr_min, warmup, total):
    """step >= 0, 0 <= warmup < total -> the learning rate at this step, a number."""
    # the whole schedule as a table, then look it up
    up = torch.arange(1, warmup + 1, dtype=torch.float64) * (lr / max(warmup, 1))
    angle = torch.linspace(0, math.pi, total - warmup + 1, dtype=torch.float64)
    turning = torch.polar(torch.full_like(angle, (lr - lr_min) / 2), angle) if lr >= lr_min else None
    down = (lr + lr_min) / 2 + (turning.real if turning is not None else (lr - lr_min) / 2 * angle.cos())
    down[-1] = lr_min
    table = torch.cat([up, down])
    return float(table[min(step, total)])
# %% solution-lunch
def exam(learner, d, seen):
    """learner(xs, ys, d) -> list of d labels; seen: a list of inputs -> the 2**d shares of unseen inputs guessed rightly."""
    truths = torch.tensor(list(itertools.product([0, 1], repeat=d))).reshape(-1, d)
    guesses = torch.tensor([learner(list(seen), row[list(seen)].tolist() if seen else [], d) for row in truths])
    unseen = torch.ones(d, dtype=torch.bool)
    unseen[list(seen)] = False
    right = (truths == guesses)[:, unseen].to(torch.float64)
    return right.mean(dim=1).tolist()
