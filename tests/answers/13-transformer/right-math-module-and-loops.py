# because: math functions and Python loops position by position, branches instead of min
# batch: 1
# %% solution-rate
import math

rate = torch.tensor([math.exp(-math.log(10000.0) * c / d) for c in range(0, d, 2)])
# %% solution-pe
def pe(T, d):
    """Positions 0 ... T-1 -> (T, d), float32: row t holds sines (even channels) and cosines (odd channels)."""
    out = torch.zeros(T, d)
    for c in range(d):
        turn = (math.sin, math.cos)[c % 2]
        for t in range(T):
            out[t, c] = turn(t * 10000 ** (-(c - c % 2) / d))
    return out
# %% solution-masks
def pad_mask(seq, idx):
    """seq (B, T) int -> (B, 1, 1, T) bool: True where the key is the padding token idx."""
    return torch.tensor([[[[token == idx for token in row]]] for row in seq.tolist()], device=seq.device)


def subsequent_mask(T):
    """(T, T) bool: True where the key (column) comes after the query (row)."""
    m = torch.zeros(T, T, dtype=torch.bool)
    for t in range(T):
        m[t, t + 1 :] = True
    return m


def decoder_mask(seq, idx):
    """seq (B, T) int -> (B, 1, T, T) bool: True where the key is padding or comes later."""
    rows = [[[[s > t or key == idx for s, key in enumerate(row)] for t in range(len(row))]] for row in seq.tolist()]
    return torch.tensor(rows, device=seq.device)
# %% solution-cross
def cross_attention(q, kv, mask, W, nh):
    """q (B, Tq, d) asks kv (B, Tk, d) -> wei (B, nh, Tq, Tk), out (B, Tq, d).

    mask: bool, broadcasts against (B, nh, Tq, Tk), True = hidden; W: four matrices (d, d); nh: number of heads.
    """
    Wq, Wk, Wv, Wo = W
    B, Tq, d = q.shape
    Tk, hs = kv.shape[1], d // nh
    hidden = mask.expand(B, nh, Tq, Tk)
    maps, out = [], 0
    for h in range(nh):
        c = slice(h * hs, (h + 1) * hs)
        s = (q @ Wq[:, c]) @ (kv @ Wk[:, c]).mT / hs**0.5
        w = s.masked_fill(hidden[:, h], -1e9).softmax(-1)
        maps.append(w)
        out = out + w @ (kv @ Wv[:, c]) @ Wo[c]
    wei = torch.stack(maps, dim=1)
    return wei, out
# %% solution-decoder
def add_norm(x, fx):
    """x and fx (B, T, d) -> LayerNorm of their sum, (B, T, d)."""
    z = x + fx
    z = z - z.mean(-1, keepdim=True)
    return z / (z.square().mean(-1, keepdim=True) + 1e-5).sqrt()


def decoder_layer(y, memory, y_mask, memory_mask, self_attend, cross_attend, ffn):
    """y (B, Ty, d), memory (B, Ts, d) -> (B, Ty, d), post-norm: self_attend, cross_attend, ffn, each with add_norm."""
    for part in (lambda a: self_attend(a, a, y_mask), lambda a: cross_attend(a, memory, memory_mask), ffn):
        y = add_norm(y, part(y))
    return y
# %% solution-smooth
def label_smooth(y, K, eps):
    """y int, any shape, e.g. (B, T) -> q (B, T, K) float32: 1 - eps at y, eps/(K-1) elsewhere."""
    rows = [[1 - eps if k == token else eps / (K - 1) for k in range(K)] for token in y.flatten().tolist()]
    return torch.tensor(rows, device=y.device).view(*y.shape, K)
# %% solution-noam
def noam(step, d=512, warmup=4000):
    """step (int, 0 counts as 1), d channels, warmup steps -> learning rate (float)."""
    step = step or 1
    if step <= warmup:
        return step / warmup / math.sqrt(d * warmup)
    return 1 / math.sqrt(d * step)
