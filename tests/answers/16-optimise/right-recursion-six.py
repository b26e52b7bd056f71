# because: everything by recursion (on the list of parameters, on the rows of a tensor, on folds, on the names of the grid, on steps) and, for the polynomial, by Cholesky
# batch: 6
# %% solution-poly
def fit_poly(x, y, degree, lam):
    """x, y (N,), degree >= 0, lam >= 0 -> w (degree + 1,): the coefficients, that of the lowest power first."""
    def powers(d):
        return [torch.ones_like(x)] if d == 0 else (lambda before: before + [before[-1] * x])(powers(d - 1))

    X = torch.stack(powers(degree), dim=1)
    D = torch.block_diag(torch.zeros(1, 1, dtype=x.dtype, device=x.device), torch.eye(degree, dtype=x.dtype, device=x.device)) if degree else 0.0
    L = torch.linalg.cholesky(X.mT @ X + lam * D)
    return torch.cholesky_solve((X.mT @ y)[:, None], L)[:, 0]
# %% solution-l2
def l2(params, lam):
    """params: a list of tensors -> (penalty, grads): a tensor without dimensions, and a list of the params' shapes."""
    if not params:
        return torch.zeros((), dtype=torch.float64), []
    first, *others = params
    penalty, grads = l2(others, lam)
    penalty = penalty.to(first.device)
    if first.dim() < 2:
        return penalty, [0 * first] + grads
    return penalty + lam * (first * first).sum() / 2, [lam * first] + grads
# %% solution-dropout
def dropout(x, p, mask, training):
    """x (..), mask (..) bool: True where x stays; training True or False -> the shape of x."""
    if not training:
        return x.clone()
    if x.ndim == 0:
        return x / (1 - p) if bool(mask) else torch.zeros_like(x)
    if len(x) == 0:
        return x.clone()
    return torch.stack([dropout(row, p, m, training) for row, m in zip(x, mask)])
# %% solution-dropout-back
def dropout_backward(dout, p, mask, training):
    """dout (..), and p, mask, training as they were in the forward pass -> dx (..)."""
    if not training:
        return +dout.clone()
    if p == 0:
        return dout.masked_fill(~mask, 0.0)
    return dropout_backward(dout / (1 - p), 0, mask, True)
# %% solution-stop
def early_stop(losses, patience):
    """losses: the held-out loss of each epoch; patience >= 1 -> (best, last): two epochs, as Python ints."""
    def go(best, now):
        if now - best == patience or now + 1 == len(losses):
            return best, now
        return go(now + 1 if losses[now + 1] < losses[best] else best, now + 1)

    return go(0, 0)
# %% solution-kfold
def kfold(n, k):
    """2 <= k <= n -> k pairs (trained on, held out) of lists of ints."""
    def cut(numbers, folds):
        if folds == 0:
            return []
        size = -(-len(numbers) // folds)  # of what is left, rounded up
        return [numbers[:size]] + cut(numbers[size:], folds - 1)

    return [(sorted(set(range(n)) - set(held)), held) for held in cut(list(range(n)), k)]
# %% solution-grid
def grid_search(score, grid):
    """score(**setting) -> loss; grid {name: list of values} -> (the best setting, a dict; its loss)."""
    def search(names, chosen):
        if not names:
            return dict(chosen), score(**chosen)
        best, lowest = None, math.nan
        for value in grid[names[0]]:
            setting, loss = search(names[1:], {**chosen, names[0]: value})
            if loss < lowest or (math.isnan(lowest) and not math.isnan(loss)):
                best, lowest = setting, loss
        return best, lowest

    return search(list(grid), {})
# %% solution-random
def random_settings(ranges, u):
    """ranges {name: (a, b)} with m names, u (n, m) from [0, 1) -> a list of n settings {name: number}."""
    if len(u) == 0:
        return []

    def one(names, row):
        if not names:
            return {}
        a, b = map(math.log, ranges[names[0]])
        return {names[0]: math.exp(a + row[0] * (b - a))} | one(names[1:], row[1:])

    return [one(list(ranges), u[0].tolist())] + random_settings(ranges, u[1:])
# %% solution-sgd
def sgd(p, g, lr):
    """p, g (..) -> p (..) after one step."""
    if p.ndim == 0:
        return p - lr * g
    return torch.stack([sgd(a, b, lr) for a, b in zip(p, g)])
# %% solution-momentum
def momentum(p, g, v, lr, mu=0.9):
    """p, g, v (..) -> (p, v) after one step."""
    if p.ndim == 0:
        speed = mu * v + g
        return p - lr * speed, speed
    rows = [momentum(a, b, c, lr, mu) for a, b, c in zip(p, g, v)]
    return tuple(torch.stack(list(part)) for part in zip(*rows))
# %% solution-nesterov
def nesterov(p, g, v, lr, mu=0.9):
    """p, g, v (..) -> (p, v) after one step."""
    def run(times, velocity):
        return velocity if times == 0 else run(times - 1, mu * velocity + g)

    # one update gives the new velocity, a second one the direction of the step
    return p - lr * run(2, v), run(1, v)
# %% solution-adam
def adam(p, g, state, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    """p, g (..), state (m, s, t) -> (p, (m, s, t)) after one step."""
    m, s, t = state
    if p.ndim > 0:
        rows = [adam(p[i], g[i], (m[i], s[i], t), lr, beta1, beta2, eps) for i in range(len(p))]
        p = torch.stack([row[0] for row in rows])
        m = torch.stack([row[1][0] for row in rows])
        s = torch.stack([row[1][1] for row in rows])
        t = t + 1
    else:
        t = t + 1
        m = m + (1 - beta1) * (g - m)
        s = s * beta2 + (1 - beta2) * g * g
        p = p - lr * (m / (1 - beta1**t)) / (eps + (s / (1 - beta2**t)) ** 0.5)
    return p, (m, s, t)
# %% solution-adamw
def adamw(p, g, state, lr, wd, beta1=0.9, beta2=0.999, eps=1e-8):
    """p, g (..), state (m, s, t) as in adam -> (p, (m, s, t)) after one step; wd >= 0."""
    m, s, t = state
    if wd:
        return adamw(p - lr * wd * p, g, state, lr, 0, beta1, beta2, eps)
    p, (m, s, t) = adam(p, g, (m, s, t), lr, beta1, beta2, eps)
    return p, (m, s, t)
# %% solution-schedules
def step_decay(step, lr, factor, every):
    """step >= 0 -> the learning rate at this step, a number."""
    return lr if step < every else step_decay(step - every, lr * factor, factor, every)


def cosine(step, lr, lr_min, warmup, total):
    """step >= 0, 0 <= warmup < total -> the learning rate at this step, a number."""
    if step > total:
        return cosine(total, lr, lr_min, warmup, total)
    if lr_min and step >= warmup:
        return lr_min + cosine(step, lr - lr_min, 0, warmup, total)
    if step >= warmup > 0:
        return cosine(step - warmup, lr, lr_min, 0, total - warmup)
    if step < warmup:
        return lr / warmup + (cosine(step - 1, lr, lr_min, warmup, total) if step else 0)
    return lr * (1 - math.sin(math.pi * step / total / 2) ** 2)
# %% solution-lunch
def exam(learner, d, seen):
    """learner(xs, ys, d) -> list of d labels; seen: a list of inputs -> the 2**d shares of unseen inputs guessed rightly."""
    hidden = sorted(set(range(d)) - set(seen))

    def rest(f):
        if len(f) < d:
            return rest(f + (0,)) + rest(f + (1,))
        guess = learner(list(seen), [f[x] for x in seen], d)
        return [sum(int(guess[x] == f[x]) for x in hidden) / len(hidden)]

    return rest(())
