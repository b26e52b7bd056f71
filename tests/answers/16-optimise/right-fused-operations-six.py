# because: seldom used torch functions and functools: lstsq on a padded system, foreach-like lists, lerp, addcdiv, addcmul, accumulate, reduce, comprehension only
# batch: 6
# %% solution-poly
def fit_poly(x, y, degree, lam):
    """x, y (N,), degree >= 0, lam >= 0 -> w (degree + 1,): the coefficients, that of the lowest power first."""
    # the penalty as further measurements: sqrt(lam) * w_j should be 0
    X = torch.vander(x, degree + 1, increasing=True)
    extra = math.sqrt(lam) * torch.eye(degree + 1, dtype=x.dtype, device=x.device)[1:]
    padded = torch.nn.functional.pad(y, (0, degree))
    return torch.linalg.lstsq(torch.cat([X, extra]), padded[:, None]).solution.squeeze(1)
# %% solution-l2
def l2(params, lam):
    """params: a list of tensors -> (penalty, grads): a tensor without dimensions, and a list of the params' shapes."""
    grads = [p.mul(lam * (p.ndim > 1)) for p in params]
    penalty = torch.stack([torch.dot(g.flatten(), p.flatten()) for g, p in zip(grads, params)]).sum().div(2)
    return penalty, grads
# %% solution-dropout
def dropout(x, p, mask, training):
    """x (..), mask (..) bool: True where x stays; training True or False -> the shape of x."""
    return x.masked_fill(mask.logical_not(), 0).div(1 - p) if training else x.detach().clone()
# %% solution-dropout-back
def dropout_backward(dout, p, mask, training):
    """dout (..), and p, mask, training as they were in the forward pass -> dx (..)."""
    if training:
        dx = torch.zeros_like(dout)
        where = torch.nonzero(mask, as_tuple=True)
        return dx.index_put(where, torch.true_divide(dout[where], 1 - p))
    return torch.empty_like(dout).copy_(dout)
# %% solution-stop
def early_stop(losses, patience):
    """losses: the held-out loss of each epoch; patience >= 1 -> (best, last): two epochs, as Python ints."""
    epochs = range(len(losses))
    bests = list(itertools.accumulate(epochs, lambda b, e: e if losses[e] < losses[b] else b))
    last = next((e for e in epochs if e - bests[e] >= patience), epochs[-1])
    return bests[last], last
# %% solution-kfold
def kfold(n, k):
    """2 <= k <= n -> k pairs (trained on, held out) of lists of ints."""
    edge = lambda i: i * (n // k) + min(i, n % k)
    return [
        ([*range(edge(i)), *range(edge(i + 1), n)], [*range(edge(i), edge(i + 1))])
        for i in range(k)
    ]
# %% solution-grid
def grid_search(score, grid):
    """score(**setting) -> loss; grid {name: list of values} -> (the best setting, a dict; its loss)."""
    trials = [(s, score(**s)) for s in (dict(zip(grid, v)) for v in itertools.product(*grid.values()))]
    finite = filter(lambda trial: not math.isnan(trial[1]), trials)
    return sorted(finite, key=lambda trial: trial[1])[0]  # sorted is stable
# %% solution-random
def random_settings(ranges, u):
    """ranges {name: (a, b)} with m names, u (n, m) from [0, 1) -> a list of n settings {name: number}."""
    a, b = torch.tensor([*ranges.values()], dtype=u.dtype, device=u.device).log10().T
    return [dict(zip(ranges, row)) for row in torch.pow(10, torch.lerp(a.expand_as(u), b.expand_as(u), u)).tolist()]
# %% solution-sgd
def sgd(p, g, lr):
    """p, g (..) -> p (..) after one step."""
    return torch.sub(p, g, alpha=lr)
# %% solution-momentum
def momentum(p, g, v, lr, mu=0.9):
    """p, g, v (..) -> (p, v) after one step."""
    return torch.sub(p, (speed := torch.add(g, v, alpha=mu)), alpha=lr), speed
# %% solution-nesterov
def nesterov(p, g, v, lr, mu=0.9):
    """p, g, v (..) -> (p, v) after one step."""
    speed = g.add(v, alpha=mu)
    return p.sub(g.add(speed, alpha=mu), alpha=lr), speed
# %% solution-adam
def adam(p, g, state, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    """p, g (..), state (m, s, t) -> (p, (m, s, t)) after one step."""
    m, s, t = state
    t = t + 1
    m = torch.lerp(m, g, 1 - beta1)
    s = torch.addcmul(beta2 * s, g, g, value=1 - beta2)
    root = s.div(1 - beta2**t).sqrt().add(eps)
    p = torch.addcdiv(p, m, root, value=-lr / (1 - beta1**t))
    return p, (m, s, t)
# %% solution-adamw
def adamw(p, g, state, lr, wd, beta1=0.9, beta2=0.999, eps=1e-8):
    """p, g (..), state (m, s, t) as in adam -> (p, (m, s, t)) after one step; wd >= 0."""
    m, s, t = state
    t, m, s = t + 1, m.lerp(g, 1 - beta1), s.lerp(g.square(), 1 - beta2)
    denominator = (s.sqrt() / math.sqrt(1 - beta2**t)).add(eps)
    p = p.mul(1 - lr * wd).addcdiv(m, denominator, value=-lr / (1 - beta1**t))
    return p, (m, s, t)
# %% solution-schedules
def step_decay(step, lr, factor, every):
    """step >= 0 -> the learning rate at this step, a number."""
    drops, _ = divmod(step, every)
    return lr * math.prod(itertools.repeat(factor, drops))


def cosine(step, lr, lr_min, warmup, total):
    """step >= 0, 0 <= warmup < total -> the learning rate at this step, a number."""
    falling = lambda r: lr_min + (lr - lr_min) * (1 + math.cos(math.pi * r)) / 2
    return lr * (step + 1) / warmup if step < warmup else falling(min(1, (step - warmup) / (total - warmup)))
# %% solution-lunch
def exam(learner, d, seen):
    """learner(xs, ys, d) -> list of d labels; seen: a list of inputs -> the 2**d shares of unseen inputs guessed rightly."""
    unseen = [x for x in range(d) if x not in set(seen)]
    share = lambda f, guess: sum(1 - abs(guess[x] - f[x]) for x in unseen) / len(unseen)
    return [share(f, learner(seen[:], [f[x] for x in seen], d)) for f in itertools.product([0, 1], repeat=d)]
