# because: right: recursion that halves the series (depth log T), classes and plain Python floats with math.fsum and math.hypot where torch need not differentiate
# batch: 7
# %% solution-rnn-step
def rnn_step(x, h, Wx, Wh, b):
    """x (B, D), h (B, H), Wx (D, H), Wh (H, H), b (H,) -> the next state (B, H)."""
    # tanh(z) = 2 sigmoid(2z) - 1
    z = (x[:, :, None] * Wx).sum(1) + (h[:, :, None] * Wh).sum(1) + b
    return 2 * torch.sigmoid(2 * z) - 1
# %% solution-unroll
def unroll(step, xs, h0):
    """step: (x (B, D), h (B, H)) -> (B, H); xs (B, T, D), h0 (B, H) -> hs (B, T, H), the state after each step."""
    def run(piece, h):
        T = piece.shape[1]
        if T == 1:
            return step(piece[:, 0], h).unsqueeze(1)
        left = run(piece[:, :T // 2], h)
        return torch.cat([left, run(piece[:, T // 2:], left[:, -1])], dim=1)

    return run(xs, h0)
# %% solution-step-back
def step_back(dh, x, h_prev, h, Wx, Wh):
    """dh, h_prev, h (B, H), x (B, D), Wx (D, H), Wh (H, H) -> dx, dh_prev, and (dWx, dWh, db)."""
    def outer(a, d):
        # each example's outer product, summed over the examples
        return sum(torch.outer(p, q) for p, q in zip(a, d))

    dz = dh * (1 + h) * (1 - h)
    dWx, dWh, db = outer(x, dz), outer(h_prev, dz), sum(dz)
    dx = torch.stack([Wx @ q for q in dz])
    dh_prev = torch.stack([Wh @ q for q in dz])
    return dx, dh_prev, (dWx, dWh, db)
# %% solution-bptt
def bptt(xs, h0, hs, dhs, back):
    """xs (B, T, D), h0 (B, H), hs and dhs (B, T, H), back: (dh, x, h_prev, h) -> (dx, dh_prev, grads)

    -> dxs (B, T, D), dh0 (B, H), and the weights' gradients, summed over time, as a tuple in the order of grads.
    """
    def go(lo, hi, right):
        # the steps lo .. hi - 1, when `right` comes back from step hi -> dxs, what goes left, total
        if hi - lo == 1:
            before = hs[:, lo - 1] if lo else h0
            dx, left, grads = back(dhs[:, lo] + right, xs[:, lo], before, hs[:, lo])
            return [dx], left, list(grads)
        mid = (lo + hi) // 2
        late, right, late_total = go(mid, hi, right)
        early, left, early_total = go(lo, mid, right)
        return early + late, left, [p + q for p, q in zip(early_total, late_total)]

    dxs, dh0, total = go(0, xs.shape[1], torch.zeros_like(h0))
    dxs = torch.stack(dxs, dim=1)
    return dxs, dh0, tuple(total)
# %% solution-gradient-norms
import math


def gradient_norms(hs, Wh, dh):
    """hs (B, T, H), Wh (H, H), dh (B, H) at the last state -> (T,): the gradient's length at each state of hs."""
    H = Wh.shape[0]
    W = Wh.tolist()
    rows, states = dh.tolist(), hs.tolist()
    lengths = [math.hypot(*(v for row in rows for v in row))]
    for t in range(hs.shape[1] - 1, 0, -1):
        new = []
        for row, state in zip(rows, states):
            dz = [v * (1 - a * a) for v, a in zip(row, state[t])]
            new.append([math.fsum(W[k][j] * dz[j] for j in range(H)) for k in range(H)])
        rows = new
        lengths.insert(0, math.hypot(*(v for row in rows for v in row)))
    return torch.tensor(lengths, dtype=dh.dtype, device=dh.device)
# %% solution-clip
import math


def clip_norm(grads, max_norm):
    """grads: tensors of any shapes, or None; max_norm > 0 -> the list of clipped ones, and their length before."""
    n = math.hypot(*(v for g in grads if g is not None for v in g.flatten().tolist()))

    def shorten(rest):
        if not rest:
            return []
        first, *others = rest
        return [None if first is None else first * (max_norm / n)] + shorten(others)

    clipped = shorten(list(grads)) if n > max_norm else [*grads]
    return clipped, float(n)
# %% solution-lstm
def lstm_step(x, h, c, Wx, Wh, b):
    """x (B, D), h and c (B, H), Wx (D, 4H), Wh (H, 4H), b (4H,), columns i, f, g, o -> the next h and c (B, H)."""
    class Gate:
        def __init__(self, number):
            H = h.shape[1]
            self.columns = torch.arange(number * H, (number + 1) * H, device=h.device)

        def __call__(self, squash):
            k = self.columns
            return squash(x @ Wx.index_select(1, k) + h @ Wh.index_select(1, k) + b.index_select(0, k))

    half_tanh = lambda z: 0.5 + 0.5 * torch.tanh(z / 2)     # the sigmoid
    forget, come_in, show = Gate(1)(half_tanh), Gate(0)(half_tanh), Gate(3)(half_tanh)
    candidate = Gate(2)(torch.tanh)
    c_new = forget * c + come_in * candidate
    return show * torch.tanh(c_new), c_new
# %% solution-gru
def gru_step(x, h, Wx, Wh, bx, bh, variant):
    """x (B, D), h (B, H), Wx (D, 3H), Wh (H, 3H), bx, bh (3H,), columns r, z, n; "before" or "after" -> (B, H)."""
    H = h.shape[1]
    names = {"r": 0, "z": 1, "n": 2}

    def from_x(name):
        k = names[name] * H
        return x @ Wx[:, k:k + H] + bx[k:k + H]

    def from_h(name, state):
        k = names[name] * H
        return state @ Wh[:, k:k + H] + bh[k:k + H]

    r = torch.sigmoid(from_x("r") + from_h("r", h))
    stays = torch.sigmoid(from_x("z") + from_h("z", h))
    comes = torch.sigmoid(-from_x("z") - from_h("z", h))     # 1 - z
    n = torch.tanh(from_x("n") + (from_h("n", r * h) if variant == "before" else r * from_h("n", h)))
    return stays * h + comes * n
# %% solution-deep
def deep_rnn(steps, xs, h0s):
    """For each layer a step (x, h) -> h and a first state (B, H); xs (B, T, D) -> top states (B, T, H), last states."""
    if len(steps) == 0:
        return xs, []
    h, series = h0s[0], []
    for t in range(xs.shape[1]):
        h = steps[0](xs[:, t], h)
        series.append(h)
    top, lasts = deep_rnn(steps[1:], torch.stack(series, dim=1), h0s[1:])
    return top, [h] + lasts
# %% solution-windows
def windows(series, T, ahead):
    """series (L,), L >= T + ahead, ahead >= 1 -> the windows X (N, T), and y (N,), `ahead` steps after each."""
    N = series.shape[0] - (T + ahead) + 1
    X = torch.stack([series[k:k + N] for k in range(T)], dim=1)
    y = series[-N:]
    return X, y
# %% solution-standardise
import math


def standardise(series, n):
    """series (L,), 2 <= n <= L -> (L,): scaled so that the first n values have mean 0 and variance 1 (divided by n)."""
    past = series[:n].tolist()
    mean = math.fsum(past) / n
    deviation = math.hypot(*(v - mean for v in past)) / math.sqrt(n)
    return torch.tensor([(v - mean) / deviation for v in series.tolist()], dtype=series.dtype, device=series.device)
# %% solution-naive
def naive(X, ahead, season):
    """X (N, T), ahead <= season <= T + ahead - 1 -> (N,): the value `season` steps before each target."""
    # cut off the end of the windows: with k values less, the season reaches k steps less far back
    if season == ahead:
        return X[:, -1]
    k = (season - ahead + 1) // 2
    return naive(X[:, :-k], ahead, season - k)
# %% solution-skill
import math


def skill(p, y, baseline):
    """p (N,) or (N, 1), y and baseline (N,) -> the skill of p, a tensor of shape ()."""
    said, truth, other = p.flatten().tolist(), y.tolist(), baseline.tolist()
    mine = math.fsum((a - b) ** 2 for a, b in zip(said, truth))
    theirs = math.fsum((a - b) ** 2 for a, b in zip(other, truth))
    return torch.tensor(1 - mine / theirs, dtype=y.dtype, device=y.device)
