# because: right: number by number, loops over batch, rows and columns instead of matrix products, plain Python floats where no gradient is needed
# batch: 6
# %% solution-rnn-step
def rnn_step(x, h, Wx, Wh, b):
    """x (B, D), h (B, H), Wx (D, H), Wh (H, H), b (H,) -> the next state (B, H)."""
    rows = []
    for k in range(x.shape[0]):
        row = b.clone()
        for d in range(x.shape[1]):
            row = row + x[k, d] * Wx[d]
        for j in range(h.shape[1]):
            row = row + h[k, j] * Wh[j]
        rows.append(torch.tanh(row))
    return torch.stack(rows)
# %% solution-unroll
def unroll(step, xs, h0):
    """step: (x (B, D), h (B, H)) -> (B, H); xs (B, T, D), h0 (B, H) -> hs (B, T, H), the state after each step."""
    h = h0
    collected = []
    t = 0
    while t < xs.size(1):
        h = step(xs.select(1, t), h)
        collected += [h[:, None]]
        t += 1
    return torch.cat(collected, 1)
# %% solution-step-back
def step_back(dh, x, h_prev, h, Wx, Wh):
    """dh, h_prev, h (B, H), x (B, D), Wx (D, H), Wh (H, H) -> dx, dh_prev, and (dWx, dWh, db)."""
    Bn, Hn = h.shape
    Dn = x.shape[1]
    dx, dh_prev = torch.zeros_like(x), torch.zeros_like(h_prev)
    dWx, dWh, db = torch.zeros_like(Wx), torch.zeros_like(Wh), torch.zeros_like(Wh[0])
    for k in range(Bn):
        for j in range(Hn):
            dz = dh[k, j] * (1 - h[k, j] * h[k, j])
            db[j] += dz
            for d in range(Dn):
                dx[k, d] += dz * Wx[d, j]
                dWx[d, j] += dz * x[k, d]
            for i in range(Hn):
                dh_prev[k, i] += dz * Wh[i, j]
                dWh[i, j] += dz * h_prev[k, i]
    return dx, dh_prev, (dWx, dWh, db)
# %% solution-bptt
def bptt(xs, h0, hs, dhs, back):
    """xs (B, T, D), h0 (B, H), hs and dhs (B, T, H), back: (dh, x, h_prev, h) -> (dx, dh_prev, grads)

    -> dxs (B, T, D), dh0 (B, H), and the weights' gradients, summed over time, as a tuple in the order of grads.
    """
    T = xs.shape[1]
    dxs = [None] * T
    from_right = None
    total = []
    t = T
    while t > 0:
        t -= 1
        arriving = dhs[:, t].clone()
        if from_right is not None:
            arriving = arriving + from_right
        if t == 0:
            prev = h0
        else:
            prev = hs[:, t - 1]
        dxs[t], from_right, grads = back(arriving, xs[:, t], prev, hs[:, t])
        for k, part in enumerate(grads):
            if k == len(total):
                total.append(torch.zeros_like(part))
            total[k] = total[k] + part
    dh0 = from_right
    dxs = torch.stack(dxs, 1)
    return dxs, dh0, tuple(total)
# %% solution-gradient-norms
def gradient_norms(hs, Wh, dh):
    """hs (B, T, H), Wh (H, H), dh (B, H) at the last state -> (T,): the gradient's length at each state of hs."""
    import math
    Bn, T, Hn = hs.shape
    S, W, grad = hs.tolist(), Wh.tolist(), dh.tolist()
    lengths = [0.0] * T
    for t in range(T - 1, -1, -1):
        lengths[t] = math.hypot(*[v for row in grad for v in row])
        earlier = []
        for k in range(Bn):
            dz = [grad[k][j] * (1 - S[k][t][j] ** 2) for j in range(Hn)]
            earlier.append([sum(dz[j] * W[i][j] for j in range(Hn)) for i in range(Hn)])
        grad = earlier
    return torch.tensor(lengths, dtype=dh.dtype, device=dh.device)
# %% solution-clip
def clip_norm(grads, max_norm):
    """grads: tensors of any shapes, or None; max_norm > 0 -> the list of clipped ones, and their length before."""
    import math
    numbers = []
    for grad in grads:
        if grad is not None:
            numbers.extend(grad.flatten().tolist())
    n = math.hypot(*numbers)
    factor = max_norm / n if n > max_norm else 1.0
    clipped = []
    for grad in grads:
        clipped.append(None if grad is None else grad * factor)
    return clipped, float(n)
# %% solution-lstm
def lstm_step(x, h, c, Wx, Wh, b):
    """x (B, D), h and c (B, H), Wx (D, 4H), Wh (H, 4H), b (4H,), columns i, f, g, o -> the next h and c (B, H)."""
    size = h.shape[1]
    new_h, new_c = [], []
    for j in range(size):           # one number of the state after the other
        sums = []
        for gate in range(4):
            col = gate * size + j
            sums.append((x * Wx[:, col]).sum(1) + (h * Wh[:, col]).sum(1) + b[col])
        i, f, g, o = sums[0].sigmoid(), sums[1].sigmoid(), sums[2].tanh(), sums[3].sigmoid()
        new_c.append(f * c[:, j] + i * g)
        new_h.append(o * new_c[-1].tanh())
    h, c = torch.stack(new_h, 1), torch.stack(new_c, 1)
    return h, c
# %% solution-gru
def gru_step(x, h, Wx, Wh, bx, bh, variant):
    """x (B, D), h (B, H), Wx (D, 3H), Wh (H, 3H), bx, bh (3H,), columns r, z, n; "before" or "after" -> (B, H)."""
    H = h.shape[1]

    def col(v, W, b, j):
        return (v * W[:, j]).sum(dim=1) + b[j]

    r = torch.stack([torch.sigmoid(col(x, Wx, bx, j) + col(h, Wh, bh, j)) for j in range(H)], dim=1)
    out = []
    for j in range(H):
        z = torch.sigmoid(col(x, Wx, bx, H + j) + col(h, Wh, bh, H + j))
        if variant == "before":
            past = col(r * h, Wh, bh, 2 * H + j)
        else:
            past = r[:, j] * col(h, Wh, bh, 2 * H + j)
        n = torch.tanh(col(x, Wx, bx, 2 * H + j) + past)
        out.append(z * h[:, j] + (1 - z) * n)
    return torch.stack(out, dim=1)
# %% solution-deep
def deep_rnn(steps, xs, h0s):
    """For each layer a step (x, h) -> h and a first state (B, H); xs (B, T, D) -> top states (B, T, H), last states."""
    table = {}  # (layer, time) -> state; time -1 is before the first step
    for l in range(len(steps)):
        table[l, -1] = h0s[l]
    for t in range(xs.shape[1]):
        for l in range(len(steps)):
            below = xs[:, t] if l == 0 else table[l - 1, t]
            table[l, t] = steps[l](below, table[l, t - 1])
    top, T = len(steps) - 1, xs.shape[1]
    return torch.stack([table[top, t] for t in range(T)], 1), [table[l, T - 1] for l in range(len(steps))]
# %% solution-windows
def windows(series, T, ahead):
    """series (L,), L >= T + ahead, ahead >= 1 -> the windows X (N, T), and y (N,), `ahead` steps after each."""
    rows, y = [], []
    start = 0
    while start + T - 1 + ahead < len(series):
        rows.append(torch.stack([series[start + k] for k in range(T)]))
        y.append(series[start + T - 1 + ahead])
        start += 1
    X, y = torch.stack(rows), torch.stack(y)
    return X, y
# %% solution-standardise
def standardise(series, n):
    """series (L,), 2 <= n <= L -> (L,): scaled so that the first n values have mean 0 and variance 1 (divided by n)."""
    import math
    values = series.tolist()
    mean = math.fsum(values[:n]) / n
    std = math.sqrt(math.fsum((v - mean) ** 2 for v in values[:n]) / n)
    return torch.tensor([(v - mean) / std for v in values], dtype=series.dtype, device=series.device)
# %% solution-naive
def naive(X, ahead, season):
    """X (N, T), ahead <= season <= T + ahead - 1 -> (N,): the value `season` steps before each target."""
    found = []
    for row in X:
        place = len(row) - 1 + ahead    # of the target, counted from the window's first value
        for _ in range(season):
            place -= 1
        found.append(row[place])
    return torch.stack(found)
# %% solution-skill
def skill(p, y, baseline):
    """p (N,) or (N, 1), y and baseline (N,) -> the skill of p, a tensor of shape ()."""
    mine = theirs = 0
    for k in range(len(y)):
        guess = p[k]
        if guess.dim() == 1:
            guess = guess[0]
        mine = mine + (guess - y[k]) ** 2
        theirs = theirs + (baseline[k] - y[k]) ** 2
    return 1 - mine / theirs
