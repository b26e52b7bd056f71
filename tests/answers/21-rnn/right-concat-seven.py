# because: right: input, state and bias stand in one long matrix, F.linear, addmm, lerp, split, gather, unfold, var_mean and nn.functional losses
# batch: 7
# %% solution-rnn-step
def rnn_step(x, h, Wx, Wh, b):
    """x (B, D), h (B, H), Wx (D, H), Wh (H, H), b (H,) -> the next state (B, H)."""
    ones = x.new_ones(x.shape[0], 1)
    return torch.tanh(torch.cat([x, h, ones], dim=1) @ torch.cat([Wx, Wh, b.unsqueeze(0)], dim=0))
# %% solution-unroll
def unroll(step, xs, h0):
    """step: (x (B, D), h (B, H)) -> (B, H); xs (B, T, D), h0 (B, H) -> hs (B, T, H), the state after each step."""
    hs = h0.new_empty((xs.size(1), *h0.shape))
    h = h0
    for t, x in enumerate(xs.transpose(0, 1)):
        h = step(x, h)
        hs[t] = h
    return hs.permute(1, 0, 2)
# %% solution-step-back
import torch.nn.functional as F


def step_back(dh, x, h_prev, h, Wx, Wh):
    """dh, h_prev, h (B, H), x (B, D), Wx (D, H), Wh (H, H) -> dx, dh_prev, and (dWx, dWh, db)."""
    D, H = Wx.shape
    dz = torch.addcmul(dh, dh, h.square(), value=-1)
    dx, dh_prev = F.linear(dz, torch.cat([Wx, Wh])).split([D, H], dim=1)
    both = torch.cat([x, h_prev, torch.ones_like(x[:, :1])], dim=1).mT @ dz
    dWx, dWh, db = both[:D], both[D:D + H], both[-1]
    return dx, dh_prev, (dWx, dWh, db)
# %% solution-bptt
def bptt(xs, h0, hs, dhs, back):
    """xs (B, T, D), h0 (B, H), hs and dhs (B, T, H), back: (dh, x, h_prev, h) -> (dx, dh_prev, grads)

    -> dxs (B, T, D), dh0 (B, H), and the weights' gradients, summed over time, as a tuple in the order of grads.
    """
    history = [h0, *hs.unbind(dim=1)]
    above = list(dhs.unbind(dim=1))
    dxs = torch.zeros_like(xs)
    collected = []
    from_right = None
    while above:
        dh = above.pop() if from_right is None else above.pop() + from_right
        h = history.pop()
        t = len(above)
        dxs[:, t], from_right, grads = back(dh, xs[:, t], history[-1], h)
        collected.append(grads)
    dh0 = from_right
    total = (torch.stack(same).sum(dim=0) for same in zip(*collected))
    return dxs, dh0, tuple(total)
# %% solution-gradient-norms
from collections import deque
import torch.nn.functional as F


def gradient_norms(hs, Wh, dh):
    """hs (B, T, H), Wh (H, H), dh (B, H) at the last state -> (T,): the gradient's length at each state of hs."""
    found = deque([torch.linalg.matrix_norm(dh)])
    for h in hs[:, 1:].flip(1).unbind(1):
        dh = F.linear(torch.addcmul(dh, dh, h * h, value=-1.0), Wh)
        found.appendleft(torch.linalg.matrix_norm(dh))
    return torch.stack(tuple(found))
# %% solution-clip
def clip_norm(grads, max_norm):
    """grads: tensors of any shapes, or None; max_norm > 0 -> the list of clipped ones, and their length before."""
    lengths = torch.stack([torch.linalg.vector_norm(g) for g in grads if g is not None])
    n = torch.linalg.vector_norm(lengths)
    longer = torch.clamp(n / max_norm, min=1.0)
    clipped = [torch.div(g, longer) if torch.is_tensor(g) else None for g in grads]
    return clipped, float(n)
# %% solution-lstm
def lstm_step(x, h, c, Wx, Wh, b):
    """x (B, D), h and c (B, H), Wx (D, 4H), Wh (H, 4H), b (4H,), columns i, f, g, o -> the next h and c (B, H)."""
    z = torch.addmm(torch.addmm(b, x, Wx), h, Wh)
    i, f, g, o = z.tensor_split(4, dim=-1)
    c = torch.addcmul(f.sigmoid() * c, i.sigmoid(), g.tanh())
    h = torch.tanh(c).mul(torch.sigmoid(o))
    return h, c
# %% solution-gru
def gru_step(x, h, Wx, Wh, bx, bh, variant):
    """x (B, D), h (B, H), Wx (D, 3H), Wh (H, 3H), bx, bh (3H,), columns r, z, n; "before" or "after" -> (B, H)."""
    H = h.shape[1]
    rz = torch.cat([x, h], 1) @ torch.cat([Wx[:, :2 * H], Wh[:, :2 * H]]) + (bx + bh)[:2 * H]
    r, z = rz.sigmoid().split(H, dim=1)
    Wn, bn = Wh.narrow(1, 2 * H, H), bh.narrow(0, 2 * H, H)
    if variant == "before":
        past = torch.addmm(bn, h * r, Wn)
    else:
        past = torch.addmm(bn, h, Wn) * r
    n = torch.tanh(torch.addmm(bx[-H:], x, Wx[:, -H:]) + past)
    return torch.lerp(n, h, z)
# %% solution-deep
def deep_rnn(steps, xs, h0s):
    """For each layer a step (x, h) -> h and a first state (B, H); xs (B, T, D) -> top states (B, T, H), last states."""
    last = [h.clone() for h in h0s]
    top = torch.empty(xs.size(1), *h0s[-1].shape, dtype=xs.dtype, device=xs.device)
    for t, signal in enumerate(xs.unbind(1)):
        for k, step in enumerate(steps):
            last[k] = signal = step(signal, last[k])
        top[t] = signal
    return top.movedim(0, 1), last
# %% solution-windows
def windows(series, T, ahead):
    """series (L,), L >= T + ahead, ahead >= 1 -> the windows X (N, T), and y (N,), `ahead` steps after each."""
    N = series.numel() - T - ahead + 1
    X = series.contiguous().as_strided((N, T), (1, 1), series.contiguous().storage_offset()).clone()
    y = series.narrow(0, T + ahead - 1, N)
    return X, y
# %% solution-standardise
def standardise(series, n):
    """series (L,), 2 <= n <= L -> (L,): scaled so that the first n values have mean 0 and variance 1 (divided by n)."""
    var, mean = torch.var_mean(series[:n], correction=0)
    return series.sub(mean).div(var.sqrt())
# %% solution-naive
def naive(X, ahead, season):
    """X (N, T), ahead <= season <= T + ahead - 1 -> (N,): the value `season` steps before each target."""
    place = torch.full((X.size(0), 1), X.size(1) - 1 + ahead - season, device=X.device)
    return X.gather(1, place).flatten()
# %% solution-skill
import torch.nn.functional as F


def skill(p, y, baseline):
    """p (N,) or (N, 1), y and baseline (N,) -> the skill of p, a tensor of shape ()."""
    return 1 - F.mse_loss(p.reshape_as(y), y) / F.mse_loss(baseline, y)
