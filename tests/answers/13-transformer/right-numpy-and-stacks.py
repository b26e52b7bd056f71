# because: the table of positions made in numpy, heads as lists of chunks, boolean indexing for masks, the loss token by token
# batch: 1
# %% solution-rate
rate = torch.stack([torch.tensor(10000.0) ** (-2 * i / d) for i in range(d // 2)])
# %% solution-pe
def pe(T, d):
    """Positions 0 ... T-1 -> (T, d), float32: row t holds sines (even channels) and cosines (odd channels)."""
    import numpy as np

    angle = np.arange(T)[:, None] * 10000.0 ** (-np.arange(0, d, 2) / d)
    pairs = np.stack([np.sin(angle), np.cos(angle)], axis=2).reshape(T, -1)
    out = torch.tensor(pairs[:, :d], dtype=torch.float32)
    return out
# %% solution-masks
def pad_mask(seq, idx):
    """seq (B, T) int -> (B, 1, 1, T) bool: True where the key is the padding token idx."""
    return ~(seq - idx).bool()[:, None, None, :]


def subsequent_mask(T):
    """(T, T) bool: True where the key (column) comes after the query (row)."""
    t = torch.arange(T)
    return (t[None] - t[:, None]).clamp(min=0).bool()


def decoder_mask(seq, idx):
    """seq (B, T) int -> (B, 1, T, T) bool: True where the key is padding or comes later."""
    T = seq.shape[1]
    m = pad_mask(seq, idx).repeat(1, 1, T, 1)
    m[..., subsequent_mask(T).to(seq.device)] = True
    return m
# %% solution-cross
def cross_attention(q, kv, mask, W, nh):
    """q (B, Tq, d) asks kv (B, Tk, d) -> wei (B, nh, Tq, Tk), out (B, Tq, d).

    mask: bool, broadcasts against (B, nh, Tq, Tk), True = hidden; W: four matrices (d, d); nh: number of heads.
    """
    Wq, Wk, Wv, Wo = W
    Qs, Ks, Vs = (a.chunk(nh, dim=-1) for a in (q @ Wq, kv @ Wk, kv @ Wv))
    s = torch.stack([Q @ K.transpose(1, 2) / Q.shape[-1] ** 0.5 for Q, K in zip(Qs, Ks)], dim=1)
    s = s * ~mask - 1e9 * mask.to(s.dtype)
    e = torch.exp(s - s.amax(-1, keepdim=True))
    wei = e / e.sum(-1, keepdim=True)
    out = torch.cat([w @ V for w, V in zip(wei.unbind(1), Vs)], dim=-1) @ Wo
    return wei, out
# %% solution-smooth
def label_smooth(y, K, eps):
    """y int, any shape, e.g. (B, T) -> q (B, T, K) float32: 1 - eps at y, eps/(K-1) elsewhere."""
    q = torch.zeros(*y.shape, K, device=y.device) + eps / (K - 1)
    return q.scatter(-1, y[..., None], 1 - eps)
# %% solution-loss
def smooth_loss(logits, q, y, idx):
    """logits, q (B, T, K), y (B, T) -> each (B, T), 0 where y is idx; loss: the mean over the other tokens."""
    B, T, K = logits.shape
    top = logits.max(-1, keepdim=True).values
    logp = logits - top - (logits - top).exp().sum(-1, keepdim=True).log()
    rows, total, n = [], 0, 0
    for b in range(B):
        row = []
        for t in range(T):
            if y[b, t] == idx:
                row.append(logits.new_zeros(()))
            else:
                row.append(-(q[b, t] @ logp[b, t]))
                total, n = total + row[-1], n + 1
        rows.append(torch.stack(row))
    each, loss = torch.stack(rows), total / n
    return each, loss
