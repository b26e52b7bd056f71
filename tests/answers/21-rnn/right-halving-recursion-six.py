# because: right: recursion that halves the series (so its depth stays small), functools.reduce and itertools.accumulate instead of loops
# batch: 6
# %% solution-rnn-step
def rnn_step(x, h, Wx, Wh, b):
    """x (B, D), h (B, H), Wx (D, H), Wh (H, H), b (H,) -> the next state (B, H)."""
    from functools import reduce
    terms = (torch.matmul(x, Wx), torch.matmul(h, Wh), b.expand_as(h))
    return reduce(torch.add, terms).tanh()
# %% solution-unroll
def unroll(step, xs, h0):
    """step: (x (B, D), h (B, H)) -> (B, H); xs (B, T, D), h0 (B, H) -> hs (B, T, H), the state after each step."""
    T = xs.shape[1]
    if T == 1:
        return step(xs[:, 0], h0).unsqueeze(1)
    half = T // 2   # depth of the recursion: log2(T)
    left = unroll(step, xs[:, :half], h0)
    right = unroll(step, xs[:, half:], left[:, -1])
    return torch.cat([left, right], dim=1)
# %% solution-step-back
def step_back(dh, x, h_prev, h, Wx, Wh):
    """dh, h_prev, h (B, H), x (B, D), Wx (D, H), Wh (H, H) -> dx, dh_prev, and (dWx, dWh, db)."""
    if len(x) > 1:
        # one example at a time: the first, and the rest by recursion
        dx_a, dp_a, g_a = step_back(dh[:1], x[:1], h_prev[:1], h[:1], Wx, Wh)
        dx_b, dp_b, g_b = step_back(dh[1:], x[1:], h_prev[1:], h[1:], Wx, Wh)
        return torch.cat([dx_a, dx_b]), torch.cat([dp_a, dp_b]), tuple(a + b for a, b in zip(g_a, g_b))
    dz = (dh * (1 + h) * (1 - h))[0]
    dx, dh_prev = torch.mv(Wx, dz)[None], torch.mv(Wh, dz)[None]
    dWx, dWh, db = torch.outer(x[0], dz), torch.outer(h_prev[0], dz), dz
    return dx, dh_prev, (dWx, dWh, db)
# %% solution-bptt
def bptt(xs, h0, hs, dhs, back):
    """xs (B, T, D), h0 (B, H), hs and dhs (B, T, H), back: (dh, x, h_prev, h) -> (dx, dh_prev, grads)

    -> dxs (B, T, D), dh0 (B, H), and the weights' gradients, summed over time, as a tuple in the order of grads.
    """
    def part(lo, hi, carry):
        # the steps lo .. hi - 1, with `carry` arriving from the right
        if hi - lo == 1:
            h_prev = hs[:, lo - 1] if lo else h0
            dx, dh_prev, grads = back(dhs[:, lo] + carry, xs[:, lo], h_prev, hs[:, lo])
            return [dx], dh_prev, tuple(grads)
        mid = (lo + hi) // 2
        dx_late, carry, late = part(mid, hi, carry)
        dx_early, carry, early = part(lo, mid, carry)
        return dx_early + dx_late, carry, tuple(a + b for a, b in zip(early, late))

    dxs, dh0, total = part(0, xs.shape[1], torch.zeros_like(h0))
    dxs = torch.stack(dxs, dim=1)
    return dxs, dh0, tuple(total)
# %% solution-gradient-norms
def gradient_norms(hs, Wh, dh):
    """hs (B, T, H), Wh (H, H), dh (B, H) at the last state -> (T,): the gradient's length at each state of hs."""
    from itertools import accumulate
    late_first = hs.flip(1).unbind(1)[:-1]  # the first state has no step before it that we look at
    way = accumulate(late_first, lambda d, h: (d - d * h * h) @ Wh.T, initial=dh)
    return torch.stack([d.reshape(-1).dot(d.reshape(-1)) ** 0.5 for d in way]).flip(0)
# %% solution-clip
def clip_norm(grads, max_norm):
    """grads: tensors of any shapes, or None; max_norm > 0 -> the list of clipped ones, and their length before."""
    def squares(rest):
        if not rest:
            return 0.0
        first = 0.0 if rest[0] is None else float(rest[0].square().sum())
        return first + squares(rest[1:])

    n = squares(list(grads)) ** 0.5
    if not n > max_norm:
        return [a if a is None else a.clone() for a in grads], float(n)
    clipped = list(map(lambda a: a if a is None else a * (max_norm / n), grads))
    return clipped, float(n)
# %% solution-lstm
def lstm_step(x, h, c, Wx, Wh, b):
    """x (B, D), h and c (B, H), Wx (D, 4H), Wh (H, 4H), b (4H,), columns i, f, g, o -> the next h and c (B, H)."""
    def gate(k, squash, n=h.shape[1]):
        cut = slice(k * n, (k + 1) * n)
        return squash(x @ Wx[:, cut] + h @ Wh[:, cut] + b[cut])

    c = gate(1, torch.sigmoid) * c + gate(0, torch.sigmoid) * gate(2, torch.tanh)
    h = gate(3, torch.sigmoid) * torch.tanh(c)  # gate reads h when it is called: the old one, still
    return h, c
# %% solution-gru
def gru_step(x, h, Wx, Wh, bx, bh, variant):
    """x (B, D), h (B, H), Wx (D, 3H), Wh (H, 3H), bx, bh (3H,), columns r, z, n; "before" or "after" -> (B, H)."""
    H = h.shape[1]

    def of_x(k):
        return x @ Wx[:, k * H:(k + 1) * H] + bx[k * H:(k + 1) * H]

    def of_h(k, state):
        return state @ Wh[:, k * H:(k + 1) * H] + bh[k * H:(k + 1) * H]

    r, z = (torch.sigmoid(of_x(k) + of_h(k, h)) for k in (0, 1))
    n = torch.tanh(of_x(2) + (of_h(2, r * h) if variant == "before" else r * of_h(2, h)))
    return n - z * n + z * h
# %% solution-deep
def deep_rnn(steps, xs, h0s):
    """For each layer a step (x, h) -> h and a first state (B, H); xs (B, T, D) -> top states (B, T, H), last states."""
    from itertools import accumulate
    if len(steps) == 0:
        return xs, []
    # all but the top layer by recursion, and the top one reads their states
    below, lasts = deep_rnn(steps[:-1], xs, h0s[:-1])
    states = list(accumulate(below.unbind(1), lambda h, x: steps[-1](x, h), initial=h0s[-1]))[1:]
    return torch.stack(states, dim=1), lasts + [states[-1]]
# %% solution-windows
def windows(series, T, ahead):
    """series (L,), L >= T + ahead, ahead >= 1 -> the windows X (N, T), and y (N,), `ahead` steps after each."""
    def cut(rest):
        N = len(rest) - T - ahead + 1
        if N == 1:
            return rest[None, :T], rest[T + ahead - 1:]
        k = N // 2  # the first k windows, and the others
        (Xa, ya), (Xb, yb) = cut(rest[:k + T + ahead - 1]), cut(rest[k:])
        return torch.cat([Xa, Xb]), torch.cat([ya, yb])

    X, y = cut(series)
    return X, y
# %% solution-standardise
def standardise(series, n):
    """series (L,), 2 <= n <= L -> (L,): scaled so that the first n values have mean 0 and variance 1 (divided by n)."""
    from functools import reduce
    first = series[:n].unbind()
    near = first[0]     # sums of differences to a value nearby keep their digits
    mean = near + reduce(lambda a, v: a + (v - near), first, torch.zeros_like(near)) / n
    squares = reduce(lambda a, v: a + (v - mean) ** 2, first, torch.zeros_like(near))
    return (series - mean) * (n / squares) ** 0.5
# %% solution-naive
def naive(X, ahead, season):
    """X (N, T), ahead <= season <= T + ahead - 1 -> (N,): the value `season` steps before each target."""
    # one place less of the window, one step less of season to go
    if season == ahead:
        return X[:, -1].clone()
    return naive(X[:, :-1], ahead, season - 1)
# %% solution-skill
def skill(p, y, baseline):
    """p (N,) or (N, 1), y and baseline (N,) -> the skill of p, a tensor of shape ()."""
    if p.dim() > y.dim():
        return skill(p[..., 0], y, baseline)
    a, b = y - p, y - baseline
    return 1 - a.dot(a) / b.dot(b)
