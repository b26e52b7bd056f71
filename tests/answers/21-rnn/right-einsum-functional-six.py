# because: right: einsum, F.linear, lerp, addcmul, tensor_split, take, index_select, movedim and other less usual torch functions
# batch: 6
# %% solution-rnn-step
def rnn_step(x, h, Wx, Wh, b):
    """x (B, D), h (B, H), Wx (D, H), Wh (H, H), b (H,) -> the next state (B, H)."""
    F = torch.nn.functional
    return torch.tanh(F.linear(x, Wx.mT, b) + F.linear(h, Wh.mT))
# %% solution-unroll
def unroll(step, xs, h0):
    """step: (x (B, D), h (B, H)) -> (B, H); xs (B, T, D), h0 (B, H) -> hs (B, T, H), the state after each step."""
    states = [h0]
    [states.append(step(x.squeeze(1), states[-1])) for x in xs.split(1, dim=1)]
    return torch.dstack(states[1:]).transpose(1, 2)
# %% solution-step-back
def step_back(dh, x, h_prev, h, Wx, Wh):
    """dh, h_prev, h (B, H), x (B, D), Wx (D, H), Wh (H, H) -> dx, dh_prev, and (dWx, dWh, db)."""
    dz = torch.addcmul(dh, dh * h, h, value=-1)
    dx = torch.einsum("bj,dj->bd", dz, Wx)
    dh_prev = torch.einsum("bj,ij->bi", dz, Wh)
    dWx = torch.einsum("bd,bj->dj", x, dz)
    dWh = torch.einsum("bi,bj->ij", h_prev, dz)
    db = torch.einsum("bj->j", dz)
    return dx, dh_prev, (dWx, dWh, db)
# %% solution-bptt
def bptt(xs, h0, hs, dhs, back):
    """xs (B, T, D), h0 (B, H), hs and dhs (B, T, H), back: (dh, x, h_prev, h) -> (dx, dh_prev, grads)

    -> dxs (B, T, D), dh0 (B, H), and the weights' gradients, summed over time, as a tuple in the order of grads.
    """
    before = torch.cat((h0[:, None], hs), dim=1)[:, :-1]
    dh0, dxs, parts = torch.zeros_like(h0), [], []
    for d, x, hp, h in zip(*(a.flip(1).unbind(1) for a in (dhs, xs, before, hs))):
        dx, dh0, grads = back(torch.add(d, dh0), x, hp, h)
        dxs.append(dx)
        parts.append(grads)
    dxs = torch.stack(dxs, dim=1).flip(1)
    total = (torch.stack(same).sum(dim=0) for same in zip(*parts))
    return dxs, dh0, tuple(total)
# %% solution-gradient-norms
def gradient_norms(hs, Wh, dh):
    """hs (B, T, H), Wh (H, H), dh (B, H) at the last state -> (T,): the gradient's length at each state of hs."""
    slopes = 1 - hs.square()
    all_dh = dh.unsqueeze(0)
    for t in range(hs.shape[1] - 1, 0, -1):
        one = torch.einsum("bj,bj,ij->bi", all_dh[0], slopes[:, t], Wh)
        all_dh = torch.cat([one[None], all_dh])
    return torch.linalg.vector_norm(all_dh, dim=(1, 2))
# %% solution-clip
def clip_norm(grads, max_norm):
    """grads: tensors of any shapes, or None; max_norm > 0 -> the list of clipped ones, and their length before."""
    lengths = torch.stack([torch.dist(a, torch.zeros_like(a)) for a in grads if a is not None])
    n = torch.linalg.vector_norm(lengths)
    factor = max_norm / torch.clamp(n, min=max_norm)  # 1 within the limit
    clipped = [a if a is None else torch.mul(a, factor) for a in grads]
    return clipped, float(n)
# %% solution-lstm
def lstm_step(x, h, c, Wx, Wh, b):
    """x (B, D), h and c (B, H), Wx (D, 4H), Wh (H, 4H), b (4H,), columns i, f, g, o -> the next h and c (B, H)."""
    size = h.size(1)
    W = torch.vstack((Wx, Wh)).unflatten(1, (4, size))
    i, f, g, o = torch.einsum("bk,kgh->gbh", torch.hstack((x, h)), W) + b.view(4, 1, size)
    c = torch.addcmul(torch.special.expit(i) * g.tanh(), torch.special.expit(f), c)
    h = torch.special.expit(o).mul(c.tanh())
    return h, c
# %% solution-gru
def gru_step(x, h, Wx, Wh, bx, bh, variant):
    """x (B, D), h (B, H), Wx (D, 3H), Wh (H, 3H), bx, bh (3H,), columns r, z, n; "before" or "after" -> (B, H)."""
    H = h.shape[1]
    xr, xz, xn = torch.addmm(bx, x, Wx).tensor_split(3, dim=1)
    hr, hz, hn = torch.addmm(bh, h, Wh).tensor_split(3, dim=1)
    r, z = torch.special.expit(torch.stack((xr + hr, xz + hz)))
    past = {"after": lambda: r * hn, "before": lambda: torch.addmm(bh[2 * H:], r * h, Wh[:, 2 * H:])}[variant]()
    return torch.lerp(torch.tanh(xn + past), h, z)
# %% solution-deep
def deep_rnn(steps, xs, h0s):
    """For each layer a step (x, h) -> h and a first state (B, H); xs (B, T, D) -> top states (B, T, H), last states."""
    series, lasts = xs.movedim(1, 0), []
    for step, h in zip(steps, h0s):
        series = torch.stack([h := step(x, h) for x in series])
        lasts.append(series[-1])
    return series.movedim(0, 1), lasts
# %% solution-windows
def windows(series, T, ahead):
    """series (L,), L >= T + ahead, ahead >= 1 -> the windows X (N, T), and y (N,), `ahead` steps after each."""
    N = series.numel() - T - ahead + 1
    at = torch.arange(N, device=series.device)
    X = series.take(at[:, None] + torch.arange(T, device=series.device))
    y = series.index_select(0, at + (T + ahead - 1))
    return X, y
# %% solution-standardise
def standardise(series, n):
    """series (L,), 2 <= n <= L -> (L,): scaled so that the first n values have mean 0 and variance 1 (divided by n)."""
    var, mean = torch.var_mean(series.narrow(0, 0, n), correction=0)
    return series.sub(mean).div(var.sqrt())
# %% solution-naive
def naive(X, ahead, season):
    """X (N, T), ahead <= season <= T + ahead - 1 -> (N,): the value `season` steps before each target."""
    return X.flip(1).select(1, season - ahead)
# %% solution-skill
def skill(p, y, baseline):
    """p (N,) or (N, 1), y and baseline (N,) -> the skill of p, a tensor of shape ()."""
    mse = torch.nn.functional.mse_loss
    return torch.sub(1, mse(p.view_as(y), y) / mse(baseline, y))
