# because: right: generators and small classes, one block matrix with a row for the bias, layers as chained generators, a deque, match, a boolean mask instead of an index
# batch: 6
# %% solution-rnn-step
def rnn_step(x, h, Wx, Wh, b):
    """x (B, D), h (B, H), Wx (D, H), Wh (H, H), b (H,) -> the next state (B, H)."""
    ones = torch.ones_like(x[:, :1])
    row = torch.cat([x, h, ones], dim=1)            # input, state, and a 1 for the bias
    return torch.tanh(row @ torch.cat([Wx, Wh, b[None]], dim=0))
# %% solution-unroll
def unroll(step, xs, h0):
    """step: (x (B, D), h (B, H)) -> (B, H); xs (B, T, D), h0 (B, H) -> hs (B, T, H), the state after each step."""
    def states():
        h = h0
        for x in xs.transpose(0, 1):
            h = step(x, h)
            yield h

    return torch.stack(tuple(states())).transpose(0, 1).contiguous()
# %% solution-step-back
def step_back(dh, x, h_prev, h, Wx, Wh):
    """dh, h_prev, h (B, H), x (B, D), Wx (D, H), Wh (H, H) -> dx, dh_prev, and (dWx, dWh, db)."""
    D = x.shape[1]
    dz = dh - dh * h ** 2
    row = torch.cat([x, h_prev, torch.ones_like(x[:, :1])], dim=1)
    dx, dh_prev = (dz @ torch.cat([Wx, Wh]).T).tensor_split([D], dim=1)
    dWx, dWh, db = (row.T @ dz).tensor_split([D, D + h.shape[1]], dim=0)
    db = db[0]
    return dx, dh_prev, (dWx, dWh, db)
# %% solution-bptt
def bptt(xs, h0, hs, dhs, back):
    """xs (B, T, D), h0 (B, H), hs and dhs (B, T, H), back: (dh, x, h_prev, h) -> (dx, dh_prev, grads)

    -> dxs (B, T, D), dh0 (B, H), and the weights' gradients, summed over time, as a tuple in the order of grads.
    """
    from collections import deque

    class Way:
        def __init__(self):
            self.dxs, self.total, self.dh = deque(), None, 0

        def step(self, dh, x, h_prev, h):
            dx, self.dh, grads = back(dh + self.dh, x, h_prev, h)
            self.dxs.appendleft(dx)
            self.total = list(grads) if self.total is None else [a + b for a, b in zip(self.total, grads)]

    way = Way()
    for t in range(xs.shape[1] - 1, 0, -1):
        way.step(dhs[:, t], xs[:, t], hs[:, t - 1], hs[:, t])
    way.step(dhs[:, 0], xs[:, 0], h0, hs[:, 0])
    dxs, dh0, total = torch.stack(list(way.dxs), dim=1), way.dh, way.total
    return dxs, dh0, tuple(total)
# %% solution-gradient-norms
def gradient_norms(hs, Wh, dh):
    """hs (B, T, H), Wh (H, H), dh (B, H) at the last state -> (T,): the gradient's length at each state of hs."""
    # One matrix per series and step, and each gradient from the product of all matrices after it
    jacobians = (1 - hs ** 2)[..., None] * Wh.T             # (B, T, H, H): diag(slope) Wh^T
    def lengths():
        row = dh[:, None]
        yield torch.sqrt((row ** 2).sum())
        for t in range(hs.shape[1] - 1, 0, -1):
            row = torch.bmm(row, jacobians[:, t])
            yield torch.sqrt((row ** 2).sum())
    return torch.stack(list(lengths())[::-1])
# %% solution-clip
def clip_norm(grads, max_norm):
    """grads: tensors of any shapes, or None; max_norm > 0 -> the list of clipped ones, and their length before."""
    kept = {k: grad for k, grad in enumerate(grads) if grad is not None}
    long = torch.cat([grad.ravel() for grad in kept.values()])
    n = (long @ long).sqrt()
    if n > max_norm:
        long = long * max_norm / n
    pieces = long.split([grad.numel() for grad in kept.values()])
    clipped = [None] * len(grads)
    for (k, grad), piece in zip(kept.items(), pieces):
        clipped[k] = piece.view(grad.shape).clone()
    return clipped, float(n)
# %% solution-lstm
def lstm_step(x, h, c, Wx, Wh, b):
    """x (B, D), h and c (B, H), Wx (D, 4H), Wh (H, 4H), b (4H,), columns i, f, g, o -> the next h and c (B, H)."""
    z = torch.cat([x, h, torch.ones_like(x[:, :1])], 1) @ torch.cat([Wx, Wh, b[None]], 0)
    z = z.reshape(len(x), 4, -1)
    half = 0.5 * torch.tanh(0.5 * z) + 0.5      # a sigmoid, for all four; the candidate is overruled
    g = torch.tanh(z[:, 2])
    c = torch.stack([c, g]).mul(torch.stack([half[:, 1], half[:, 0]])).sum(0)
    h = half[:, 3] * torch.tanh(c)
    return h, c
# %% solution-gru
def gru_step(x, h, Wx, Wh, bx, bh, variant):
    """x (B, D), h (B, H), Wx (D, 3H), Wh (H, 3H), bx, bh (3H,), columns r, z, n; "before" or "after" -> (B, H)."""
    H = h.shape[1]
    Ux, Uh = Wx.reshape(-1, 3, H).transpose(0, 1), Wh.reshape(-1, 3, H).transpose(0, 1)   # (3, D, H), (3, H, H)
    cx, ch = bx.reshape(3, 1, H), bh.reshape(3, 1, H)
    from_x, from_h = torch.matmul(x, Ux) + cx, torch.matmul(h, Uh) + ch
    r, z = torch.sigmoid(from_x[:2] + from_h[:2]).unbind(0)
    match variant:
        case "after":
            inner = from_h[2] * r
        case "before":
            inner = (h * r) @ Uh[2] + ch[2]
        case _:
            raise ValueError(variant)
    n = torch.tanh(from_x[2] + inner)
    return torch.where(z > 0.5, h + (1 - z) * (n - h), n + z * (h - n))
# %% solution-deep
def deep_rnn(steps, xs, h0s):
    """For each layer a step (x, h) -> h and a first state (B, H); xs (B, T, D) -> top states (B, T, H), last states."""
    lasts = {}

    def through(layer, stream):
        # a layer as a generator: it draws what it reads from the one below
        h = h0s[layer]
        for x in stream:
            h = steps[layer](x, h)
            lasts[layer] = h
            yield h

    stream = iter(xs.unbind(1))
    for layer in range(len(steps)):
        stream = through(layer, stream)
    top = torch.stack(list(stream), dim=1)
    return top, [lasts[layer] for layer in range(len(steps))]
# %% solution-windows
def windows(series, T, ahead):
    """series (L,), L >= T + ahead, ahead >= 1 -> the windows X (N, T), and y (N,), `ahead` steps after each."""
    both = series.unfold(0, T + ahead, 1)   # window, gap and target in one row
    X, y = both[:, :T].clone(), both[:, -1].clone()
    return X, y
# %% solution-standardise
def standardise(series, n):
    """series (L,), 2 <= n <= L -> (L,): scaled so that the first n values have mean 0 and variance 1 (divided by n)."""
    centred = series - series[:n].mean()
    centred = centred - centred[:n].mean()      # once more, for the last digits
    return centred / (torch.linalg.vector_norm(centred[:n]) / n ** 0.5)
# %% solution-naive
def naive(X, ahead, season):
    """X (N, T), ahead <= season <= T + ahead - 1 -> (N,): the value `season` steps before each target."""
    steps_before_target = torch.arange(X.shape[1] + ahead - 1, ahead - 1, -1, device=X.device)
    return X[:, steps_before_target == season].squeeze(1)
# %% solution-skill
def skill(p, y, baseline):
    """p (N,) or (N, 1), y and baseline (N,) -> the skill of p, a tensor of shape ()."""
    wrong = torch.stack([p.flatten(), baseline]) - y       # (2, N)
    mine, theirs = wrong.square().mean(dim=1)
    return 1 - mine / theirs
