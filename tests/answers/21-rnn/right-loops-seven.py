# because: right: loops over single columns, steps and entries with Python lists in place of matrix products
# batch: 7
# %% solution-rnn-step
def rnn_step(x, h, Wx, Wh, b):
    """x (B, D), h (B, H), Wx (D, H), Wh (H, H), b (H,) -> the next state (B, H)."""
    columns = []
    for j in range(b.shape[0]):
        total = b[j]
        for d in range(x.shape[1]):
            total = total + x[:, d] * Wx[d, j]
        for k in range(h.shape[1]):
            total = total + h[:, k] * Wh[k, j]
        columns.append(torch.tanh(total))
    return torch.stack(columns, dim=1)
# %% solution-unroll
def unroll(step, xs, h0):
    """step: (x (B, D), h (B, H)) -> (B, H); xs (B, T, D), h0 (B, H) -> hs (B, T, H), the state after each step."""
    hs = []
    t = 0
    while t < xs.shape[1]:
        before = hs[t - 1] if t > 0 else h0
        hs.append(step(xs[:, t], before))
        t += 1
    return torch.cat([h.unsqueeze(1) for h in hs], dim=1)
# %% solution-step-back
def step_back(dh, x, h_prev, h, Wx, Wh):
    """dh, h_prev, h (B, H), x (B, D), Wx (D, H), Wh (H, H) -> dx, dh_prev, and (dWx, dWh, db)."""
    B, H = h.shape
    D = x.shape[1]
    dx, dh_prev = torch.zeros_like(x), torch.zeros_like(h_prev)
    dWx, dWh, db = torch.zeros_like(Wx), torch.zeros_like(Wh), torch.zeros_like(Wh[0])
    for n in range(B):
        for j in range(H):
            dz = dh[n, j] * (1 - h[n, j] * h[n, j])
            db[j] += dz
            for d in range(D):
                dx[n, d] += dz * Wx[d, j]
                dWx[d, j] += dz * x[n, d]
            for k in range(H):
                dh_prev[n, k] += dz * Wh[k, j]
                dWh[k, j] += dz * h_prev[n, k]
    return dx, dh_prev, (dWx, dWh, db)
# %% solution-bptt
def bptt(xs, h0, hs, dhs, back):
    """xs (B, T, D), h0 (B, H), hs and dhs (B, T, H), back: (dh, x, h_prev, h) -> (dx, dh_prev, grads)

    -> dxs (B, T, D), dh0 (B, H), and the weights' gradients, summed over time, as a tuple in the order of grads.
    """
    T = xs.shape[1]
    befores = [h0] + [hs[:, t] for t in range(T - 1)]
    arriving = [dhs[:, t].clone() for t in range(T)]
    dxs, parts = {}, {}
    dh0 = None
    for t in range(T - 1, -1, -1):
        dxs[t], handed, parts[t] = back(arriving[t], xs[:, t], befores[t], hs[:, t])
        if t == 0:
            dh0 = handed
        else:
            arriving[t - 1] = arriving[t - 1] + handed
    dxs = torch.stack([dxs[t] for t in range(T)], dim=1)
    total = []
    for k in range(len(parts[0])):
        s = torch.zeros_like(parts[0][k])
        for t in range(T):
            s = s + parts[t][k]
        total.append(s)
    return dxs, dh0, tuple(total)
# %% solution-gradient-norms
def gradient_norms(hs, Wh, dh):
    """hs (B, T, H), Wh (H, H), dh (B, H) at the last state -> (T,): the gradient's length at each state of hs."""
    B, T, H = hs.shape
    answer = torch.empty(T, dtype=hs.dtype, device=hs.device)
    for t in range(T - 1, -1, -1):
        squares = 0.0
        for n in range(B):
            for v in dh[n]:
                squares = squares + v * v
        answer[t] = squares ** 0.5
        new = torch.zeros_like(dh)
        for j in range(H):
            dz = dh[:, j] * (1 - hs[:, t, j]) * (1 + hs[:, t, j])
            for k in range(H):
                new[:, k] += dz * Wh[k, j]
        dh = new
    return answer
# %% solution-clip
def clip_norm(grads, max_norm):
    """grads: tensors of any shapes, or None; max_norm > 0 -> the list of clipped ones, and their length before."""
    squares = 0.0
    for g in grads:
        if g is None:
            continue
        for v in g.reshape(-1).tolist():
            squares += v * v
    n = squares ** 0.5
    clipped = list(grads)
    if n > max_norm:
        for k in range(len(clipped)):
            if clipped[k] is not None:
                clipped[k] = clipped[k] * (max_norm / n)
    return clipped, float(n)
# %% solution-lstm
def lstm_step(x, h, c, Wx, Wh, b):
    """x (B, D), h and c (B, H), Wx (D, 4H), Wh (H, 4H), b (4H,), columns i, f, g, o -> the next h and c (B, H)."""
    H = h.shape[1]
    sums = []
    for k in range(4):
        cols = slice(k * H, (k + 1) * H)
        sums.append(x @ Wx[:, cols] + h @ Wh[:, cols] + b[cols])
    new_h, new_c = [], []
    for j in range(H):
        i, f, o = [torch.sigmoid(sums[k][:, j]) for k in (0, 1, 3)]
        cell = f * c[:, j] + i * torch.tanh(sums[2][:, j])
        new_c.append(cell)
        new_h.append(o * torch.tanh(cell))
    h, c = torch.stack(new_h, 1), torch.stack(new_c, 1)
    return h, c
# %% solution-gru
def gru_step(x, h, Wx, Wh, bx, bh, variant):
    """x (B, D), h (B, H), Wx (D, 3H), Wh (H, 3H), bx, bh (3H,), columns r, z, n; "before" or "after" -> (B, H)."""
    H = h.shape[1]
    rs, zs = [], []
    for j in range(H):
        rs.append(torch.sigmoid((x * Wx[:, j]).sum(1) + bx[j] + (h * Wh[:, j]).sum(1) + bh[j]))
        q = H + j
        zs.append(torch.sigmoid((x * Wx[:, q]).sum(1) + bx[q] + (h * Wh[:, q]).sum(1) + bh[q]))
    new = []
    for j in range(H):
        q = 2 * H + j
        from_x = (x * Wx[:, q]).sum(1) + bx[q]
        if variant == "after":
            from_h = rs[j] * ((h * Wh[:, q]).sum(1) + bh[q])
        else:
            from_h = bh[q]
            for k in range(H):
                from_h = from_h + rs[k] * h[:, k] * Wh[k, q]
        n = torch.tanh(from_x + from_h)
        new.append(zs[j] * h[:, j] + (1 - zs[j]) * n)
    return torch.stack(new, dim=1)
# %% solution-deep
def deep_rnn(steps, xs, h0s):
    """For each layer a step (x, h) -> h and a first state (B, H); xs (B, T, D) -> top states (B, T, H), last states."""
    series = [xs[:, t] for t in range(xs.shape[1])]
    lasts = []
    for k in range(len(steps)):
        h = h0s[k]
        above = []
        for x in series:
            h = steps[k](x, h)
            above.append(h)
        series = above
        lasts.append(h)
    return torch.stack(series, dim=1), lasts
# %% solution-windows
def windows(series, T, ahead):
    """series (L,), L >= T + ahead, ahead >= 1 -> the windows X (N, T), and y (N,), `ahead` steps after each."""
    rows, targets = [], []
    for end in range(T + ahead - 1, len(series)):
        start = end - ahead - T + 1
        rows.append(torch.stack([series[start + k] for k in range(T)]))
        targets.append(series[end])
    X, y = torch.stack(rows), torch.stack(targets)
    return X, y
# %% solution-standardise
def standardise(series, n):
    """series (L,), 2 <= n <= L -> (L,): scaled so that the first n values have mean 0 and variance 1 (divided by n)."""
    mean = 0.0
    for k in range(n):
        mean = mean + series[k] / n
    var = 0.0
    for k in range(n):
        var = var + (series[k] - mean) ** 2 / n
    return torch.stack([(v - mean) / var ** 0.5 for v in series])
# %% solution-naive
def naive(X, ahead, season):
    """X (N, T), ahead <= season <= T + ahead - 1 -> (N,): the value `season` steps before each target."""
    out = []
    for row in X:
        place = len(row) - 1 + ahead        # the target's place, seen from the window
        out.append(row[place - season])
    return torch.stack(out)
# %% solution-skill
def skill(p, y, baseline):
    """p (N,) or (N, 1), y and baseline (N,) -> the skill of p, a tensor of shape ()."""
    mine, theirs = 0.0, 0.0
    for k in range(len(y)):
        mine = mine + (p[k].reshape(()) - y[k]) ** 2
        theirs = theirs + (baseline[k] - y[k]) ** 2
    return 1 - mine / theirs
