# because: right: einsum everywhere, itertools.accumulate and functools.reduce in place of loops
# batch: 7
# %% solution-rnn-step
def rnn_step(x, h, Wx, Wh, b):
    """x (B, D), h (B, H), Wx (D, H), Wh (H, H), b (H,) -> the next state (B, H)."""
    return (torch.einsum("bd,dh->bh", x, Wx) + torch.einsum("bk,kh->bh", h, Wh) + b).tanh()
# %% solution-unroll
from itertools import accumulate


def unroll(step, xs, h0):
    """step: (x (B, D), h (B, H)) -> (B, H); xs (B, T, D), h0 (B, H) -> hs (B, T, H), the state after each step."""
    states = accumulate(xs.unbind(1), lambda h, x: step(x, h), initial=h0)
    return torch.stack(list(states)[1:], dim=1)
# %% solution-step-back
def step_back(dh, x, h_prev, h, Wx, Wh):
    """dh, h_prev, h (B, H), x (B, D), Wx (D, H), Wh (H, H) -> dx, dh_prev, and (dWx, dWh, db)."""
    dz = dh - dh * h * h
    dx = torch.einsum("bh,dh->bd", dz, Wx)
    dh_prev = torch.einsum("bh,kh->bk", dz, Wh)
    dWx = torch.einsum("bd,bh->dh", x, dz)
    dWh = torch.einsum("bk,bh->kh", h_prev, dz)
    db = torch.einsum("bh->h", dz)
    return dx, dh_prev, (dWx, dWh, db)
# %% solution-bptt
from functools import reduce


def bptt(xs, h0, hs, dhs, back):
    """xs (B, T, D), h0 (B, H), hs and dhs (B, T, H), back: (dh, x, h_prev, h) -> (dx, dh_prev, grads)

    -> dxs (B, T, D), dh0 (B, H), and the weights' gradients, summed over time, as a tuple in the order of grads.
    """
    before = torch.cat((h0.unsqueeze(1), hs), dim=1)

    def go(acc, t):
        dxs, right, total = acc
        dx, left, grads = back(dhs[:, t] + right, xs[:, t], before[:, t], hs[:, t])
        return (dx, *dxs), left, tuple(map(torch.add, total, grads)) if total else tuple(grads)

    dxs, dh0, total = reduce(go, reversed(range(xs.shape[1])), ((), torch.zeros_like(h0), ()))
    dxs = torch.stack(dxs, dim=1)
    return dxs, dh0, tuple(total)
# %% solution-gradient-norms
from itertools import accumulate


def gradient_norms(hs, Wh, dh):
    """hs (B, T, H), Wh (H, H), dh (B, H) at the last state -> (T,): the gradient's length at each state of hs."""
    slopes = (1 - hs.square()).flip(1).unbind(1)[:-1]
    all_dh = list(accumulate(slopes, lambda d, s: torch.einsum("bh,bh,kh->bk", d, s, Wh), initial=dh))
    return torch.einsum("tbh,tbh->t", torch.stack(all_dh), torch.stack(all_dh)).sqrt().flip(0)
# %% solution-clip
from functools import reduce


def clip_norm(grads, max_norm):
    """grads: tensors of any shapes, or None; max_norm > 0 -> the list of clipped ones, and their length before."""
    squares = map(lambda g: torch.einsum("i,i->", g.flatten(), g.flatten()), filter(lambda g: g is not None, grads))
    n = reduce(torch.add, squares).sqrt()
    factor = 1.0 if n <= max_norm else max_norm / n
    clipped = [g if g is None else factor * g for g in grads]
    return clipped, float(n)
# %% solution-lstm
def lstm_step(x, h, c, Wx, Wh, b):
    """x (B, D), h and c (B, H), Wx (D, 4H), Wh (H, 4H), b (4H,), columns i, f, g, o -> the next h and c (B, H)."""
    H = h.shape[1]
    z = torch.einsum("bd,dgh->gbh", x, Wx.unflatten(1, (4, H))) + torch.einsum("bk,kgh->gbh", h, Wh.unflatten(1, (4, H)))
    z = z + b.view(4, 1, H)
    (i, f, o), g = z[[0, 1, 3]].sigmoid(), z[2].tanh()
    c = torch.einsum("nbh,nbh->bh", torch.stack((f, i)), torch.stack((c, g)))
    h = o * c.tanh()
    return h, c
# %% solution-gru
def gru_step(x, h, Wx, Wh, bx, bh, variant):
    """x (B, D), h (B, H), Wx (D, 3H), Wh (H, 3H), bx, bh (3H,), columns r, z, n; "before" or "after" -> (B, H)."""
    H = h.shape[1]
    of_x = torch.einsum("bd,dgh->gbh", x, Wx.unflatten(1, (3, H))) + bx.view(3, 1, H)
    V, a = Wh.unflatten(1, (3, H)), bh.view(3, H)
    product = lambda s, k: torch.einsum("bk,kh->bh", s, V[:, k]) + a[k]
    r, z = (torch.sigmoid(of_x[k] + product(h, k)) for k in (0, 1))
    n = torch.tanh(of_x[2] + {"before": lambda: product(r * h, 2), "after": lambda: r * product(h, 2)}[variant]())
    return n + z * (h - n)
# %% solution-deep
from itertools import accumulate


def deep_rnn(steps, xs, h0s):
    """For each layer a step (x, h) -> h and a first state (B, H); xs (B, T, D) -> top states (B, T, H), last states."""
    def tick(states, x):
        return list(accumulate(zip(steps, states), lambda below, sh: sh[0](below, sh[1]), initial=x))[1:]

    history = list(accumulate(xs.unbind(1), tick, initial=list(h0s)))[1:]
    return torch.stack([states[-1] for states in history], dim=1), history[-1]
# %% solution-windows
def windows(series, T, ahead):
    """series (L,), L >= T + ahead, ahead >= 1 -> the windows X (N, T), and y (N,), `ahead` steps after each."""
    X, y = series.unfold(0, T + ahead, 1).split((T, ahead), dim=1)
    y = y.select(1, -1)
    return X, y
# %% solution-standardise
def standardise(series, n):
    """series (L,), 2 <= n <= L -> (L,): scaled so that the first n values have mean 0 and variance 1 (divided by n)."""
    weights = torch.zeros_like(series)
    weights[:n] = 1 / n
    centred = series - torch.einsum("l,l->", weights, series)
    return centred / torch.einsum("l,l,l->", weights, centred, centred).sqrt()
# %% solution-naive
def naive(X, ahead, season):
    """X (N, T), ahead <= season <= T + ahead - 1 -> (N,): the value `season` steps before each target."""
    return X.flip(1)[:, season - ahead]
# %% solution-skill
def skill(p, y, baseline):
    """p (N,) or (N, 1), y and baseline (N,) -> the skill of p, a tensor of shape ()."""
    errors = torch.stack((p.view(len(y)), baseline)) - y
    mine, other = torch.einsum("kn,kn->k", errors, errors)
    return (other - mine) / other
