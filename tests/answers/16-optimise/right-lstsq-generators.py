# because: poly by an augmented least squares problem, generators, accumulate, dict of counts
# batch: 1
# %% solution-poly
def fit_poly(x, y, degree, lam):
    # the penalty as extra "measurements": sqrt(lam) * w_j should be 0, for j >= 1
    X = torch.stack([x**j for j in range(degree + 1)], 1)
    extra = math.sqrt(lam) * torch.eye(degree + 1, dtype=x.dtype, device=x.device)[1:]
    rows = torch.cat([X, extra])
    goal = torch.cat([y, y.new_zeros(degree)])
    Q, R = torch.linalg.qr(rows)
    return torch.linalg.solve_triangular(R, (Q.T @ goal)[:, None], upper=True)[:, 0]
# %% solution-l2
def l2(params, lam):
    strengths = [lam * float(p.ndim >= 2) for p in params]
    grads = [torch.mul(p, c) for p, c in zip(params, strengths)]
    total = torch.stack([torch.sum(g * p) for g, p in zip(grads, params)]).sum() / 2
    return total, grads
# %% solution-dropout
def dropout(x, p, mask, training):
    return torch.clone(x) if not training else x.masked_fill(torch.logical_not(mask), 0.0).div(1 - p)
# %% solution-stop
def early_stop(losses, patience):
    lows = list(itertools.accumulate(losses, min))  # the lowest so far
    bests = [losses.index(low) for low in lows]  # index finds the first one: strictly lower only
    for epoch, best in enumerate(bests):
        if epoch - best == patience:
            return best, epoch
    return bests[-1], len(losses) - 1
# %% solution-kfold
def kfold(n, k):
    edges = [i * (n // k) + min(i, n % k) for i in range(k + 1)]
    return [([*range(a), *range(b, n)], [*range(a, b)]) for a, b in zip(edges, edges[1:])]
# %% solution-grid
def grid_search(score, grid):
    results = []
    for values in itertools.product(*grid.values()):
        setting = dict(zip(grid.keys(), values))
        results.append((setting, score(**setting)))
    return min((r for r in results if r[1] == r[1]), key=lambda r: r[1])
# %% solution-schedules
def step_decay(step, lr, factor, every):
    rate = lr
    for s in range(1, step + 1):
        if s % every == 0:
            rate *= factor
    return rate


def cosine(step, lr, lr_min, warmup, total):
    if step < warmup:
        return (step + 1) / warmup * lr
    if step >= total:
        return lr_min
    half = math.cos(math.pi / 2 * (step - warmup) / (total - warmup)) ** 2  # (1 + cos 2a) / 2 = cos^2 a
    return lr_min + (lr - lr_min) * half
# %% solution-lunch
def exam(learner, d, seen):
    out = []
    for number in range(2**d):
        f = [int(c) for c in format(number, f"0{d}b")]
        guess = learner(list(seen), [f[x] for x in seen], d)
        unseen = set(range(d)) - set(seen)
        out.append(sum(1 for x in unseen if guess[x] == f[x]) / len(unseen))
    return out
