# because: everything entry by entry in plain Python: lists, math and loops (Gaussian elimination by hand for the polynomial), tensors only at the very end
# batch: 6
# %% solution-poly
def fit_poly(x, y, degree, lam):
    """x, y (N,), degree >= 0, lam >= 0 -> w (degree + 1,): the coefficients, that of the lowest power first."""
    a, b, n = x.tolist(), y.tolist(), degree + 1
    rows = []
    for i in range(n):
        row = [math.fsum(t ** (i + j) for t in a) for j in range(n)]
        if i > 0:
            row[i] += lam
        row.append(math.fsum(t**i * v for t, v in zip(a, b)))
        rows.append(row)
    # Gauss-Jordan with pivoting
    for i in range(n):
        pivot = max(range(i, n), key=lambda r: abs(rows[r][i]))
        rows[i], rows[pivot] = rows[pivot], rows[i]
        rows[i] = [value / rows[i][i] for value in rows[i]]
        for r in range(n):
            if r != i:
                f = rows[r][i]
                rows[r] = [u - f * v for u, v in zip(rows[r], rows[i])]
    return torch.tensor([row[n] for row in rows], dtype=x.dtype, device=x.device)
# %% solution-l2
def l2(params, lam):
    """params: a list of tensors -> (penalty, grads): a tensor without dimensions, and a list of the params' shapes."""
    total = 0.0
    grads = []
    for p in params:
        strength = lam if len(p.shape) >= 2 else 0.0
        flat = p.reshape(-1).tolist()
        for w in flat:
            total += strength * w * w / 2
        grads.append(torch.tensor([strength * w for w in flat], dtype=p.dtype, device=p.device).reshape(p.shape))
    return torch.tensor(total, dtype=params[0].dtype, device=params[0].device), grads
# %% solution-dropout
def dropout(x, p, mask, training):
    """x (..), mask (..) bool: True where x stays; training True or False -> the shape of x."""
    numbers = x.reshape(-1).tolist()
    if training:
        stays = mask.reshape(-1).tolist()
        for i in range(len(numbers)):
            numbers[i] = numbers[i] / (1 - p) if stays[i] else 0.0
    return torch.tensor(numbers, dtype=x.dtype, device=x.device).reshape(x.shape)
# %% solution-dropout-back
def dropout_backward(dout, p, mask, training):
    """dout (..), and p, mask, training as they were in the forward pass -> dx (..)."""
    flat = dout.reshape(-1).tolist()
    keep = mask.reshape(-1).tolist() if training else [True] * len(flat)
    factor = 1 / (1 - p) if training else 1.0
    dx = []
    for d, k in zip(flat, keep):
        dx.append(d * factor if k else 0.0)
    return torch.tensor(dx, dtype=dout.dtype, device=dout.device).reshape(dout.shape)
# %% solution-stop
def early_stop(losses, patience):
    """losses: the held-out loss of each epoch; patience >= 1 -> (best, last): two epochs, as Python ints."""
    last = 0
    while True:
        so_far = list(losses)[: last + 1]
        best = so_far.index(min(so_far))  # index finds the first of equals
        if last - best == patience or last == len(losses) - 1:
            return best, last
        last += 1
# %% solution-kfold
def kfold(n, k):
    """2 <= k <= n -> k pairs (trained on, held out) of lists of ints."""
    sizes = [0] * k
    for i in range(n):  # deal the seats out one by one, like cards
        sizes[i % k] += 1
    pairs, begin = [], 0
    for size in sizes:
        train, held = [], []
        for i in range(n):
            (held if begin <= i < begin + size else train).append(i)
        pairs.append((train, held))
        begin += size
    return pairs
# %% solution-grid
def grid_search(score, grid):
    """score(**setting) -> loss; grid {name: list of values} -> (the best setting, a dict; its loss)."""
    names = list(grid)
    counter = [0] * len(names)  # an odometer
    best = None
    while True:
        setting = {name: grid[name][c] for name, c in zip(names, counter)}
        loss = score(**setting)
        if loss == loss and (best is None or loss < best[1]):
            best = (setting, loss)
        wheel = len(names) - 1
        while wheel >= 0 and counter[wheel] == len(grid[names[wheel]]) - 1:
            counter[wheel] = 0
            wheel -= 1
        if wheel < 0:
            return best
        counter[wheel] += 1
# %% solution-random
def random_settings(ranges, u):
    """ranges {name: (a, b)} with m names, u (n, m) from [0, 1) -> a list of n settings {name: number}."""
    out = []
    for i in range(len(u)):
        setting, j = {}, 0
        for name in ranges:
            a, b = ranges[name]
            share = float(u[i][j])
            setting[name] = a ** (1 - share) * b**share  # a weighted geometric mean
            j += 1
        out.append(setting)
    return out
# %% solution-sgd
def sgd(p, g, lr):
    """p, g (..) -> p (..) after one step."""
    new = [a - lr * b for a, b in zip(p.reshape(-1).tolist(), g.reshape(-1).tolist())]
    return torch.tensor(new, dtype=p.dtype, device=p.device).reshape(p.shape)
# %% solution-momentum
def momentum(p, g, v, lr, mu=0.9):
    """p, g, v (..) -> (p, v) after one step."""
    new_p, new_v = p.clone(), v.clone()
    fp, fv, fg = new_p.reshape(-1), new_v.reshape(-1), g.reshape(-1)
    for i in range(fg.shape[0]):
        speed = mu * float(fv[i]) + float(fg[i])
        fv[i] = speed
        fp[i] = float(fp[i]) - lr * speed
    return fp.reshape(p.shape), fv.reshape(v.shape)
# %% solution-nesterov
def nesterov(p, g, v, lr, mu=0.9):
    """p, g, v (..) -> (p, v) after one step."""
    ps, vs = [], []
    for place, slope, speed in zip(p.reshape(-1).tolist(), g.reshape(-1).tolist(), v.reshape(-1).tolist()):
        speed = mu * speed + slope
        vs.append(speed)
        ps.append(place - lr * slope - lr * mu * speed)
    pack = lambda numbers: torch.tensor(numbers, dtype=p.dtype, device=p.device).reshape(p.shape)
    return pack(ps), pack(vs)
# %% solution-adam
def adam(p, g, state, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    """p, g (..), state (m, s, t) -> (p, (m, s, t)) after one step."""
    m, s, t = state
    t = t + 1
    shape, like = p.shape, dict(dtype=p.dtype, device=p.device)
    new = [[], [], []]
    for pi, gi, mi, si in zip(*(z.reshape(-1).tolist() for z in (p, g, m, s))):
        mi = beta1 * mi + (1 - beta1) * gi
        si = beta2 * si + (1 - beta2) * gi * gi
        pi -= lr * mi / (1 - beta1**t) / (math.sqrt(si / (1 - beta2**t)) + eps)
        for where, number in zip(new, (pi, mi, si)):
            where.append(number)
    p, m, s = (torch.tensor(numbers, **like).reshape(shape) for numbers in new)
    return p, (m, s, t)
# %% solution-adamw
def adamw(p, g, state, lr, wd, beta1=0.9, beta2=0.999, eps=1e-8):
    """p, g (..), state (m, s, t) as in adam -> (p, (m, s, t)) after one step; wd >= 0."""
    m, s, t = state
    t = t + 1
    shape, like = p.shape, dict(dtype=p.dtype, device=p.device)
    P, G, M, S = (z.reshape(-1).tolist() for z in (p, g, m, s))
    for i in range(len(P)):
        P[i] = P[i] - lr * wd * P[i]
        M[i] = beta1 * M[i] + (1 - beta1) * G[i]
        S[i] = beta2 * S[i] + (1 - beta2) * G[i] ** 2
        P[i] = P[i] - lr * (M[i] / (1 - beta1**t)) / ((S[i] / (1 - beta2**t)) ** 0.5 + eps)
    p, m, s = (torch.tensor(z, **like).reshape(shape) for z in (P, M, S))
    return p, (m, s, t)
# %% solution-schedules
def step_decay(step, lr, factor, every):
    """step >= 0 -> the learning rate at this step, a number."""
    rate = lr
    for s in range(1, step + 1):
        if s % every == 0:
            rate = rate * factor
    return rate


def cosine(step, lr, lr_min, warmup, total):
    """step >= 0, 0 <= warmup < total -> the learning rate at this step, a number."""
    if step < warmup:
        rate = 0.0
        for _ in range(step + 1):
            rate += lr / warmup
        return rate
    r = min(step - warmup, total - warmup) / (total - warmup)
    c = math.cos(math.pi * r / 2) ** 2  # (1 + cos a) / 2 is the square of cos(a / 2)
    return c * lr + (1 - c) * lr_min
# %% solution-lunch
def exam(learner, d, seen):
    """learner(xs, ys, d) -> list of d labels; seen: a list of inputs -> the 2**d shares of unseen inputs guessed rightly."""
    scores = []
    for number in range(2**d):
        f = [(number // 2 ** (d - 1 - x)) % 2 for x in range(d)]
        xs, ys = [], []
        for x in seen:
            xs.append(x)
            ys.append(f[x])
        guess = learner(xs, ys, d)
        right = unseen = 0
        for x in range(d):
            if x not in seen:
                unseen += 1
                if guess[x] == f[x]:
                    right += 1
        scores.append(right / unseen)
    return scores
