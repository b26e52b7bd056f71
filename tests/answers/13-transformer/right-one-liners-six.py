# because: nothing wrong: comprehensions, lambdas, functools.reduce and zip in one-liners: one sine for the whole table, scores by broadcasting and summing, LayerNorm by F.instance_norm, loss only of the real tokens put back with index_put
# batch: 6
# %% solution-rate
# rate: (d/2,), float32: how far each hand turns per position
rate = torch.tensor([0.0001 ** (c / d) for c in range(d)][::2])
# %% solution-pe
def pe(T, d):
    """Positions 0 ... T-1 -> (T, d), float32: row t holds sines (even channels) and cosines (odd channels)."""
    # cos(a) = sin(a + pi/2): one sine for the whole table
    c = torch.arange(d, dtype=torch.float64)
    out = torch.arange(T, dtype=torch.float64)[:, None] * 10000.0 ** (-(c - c % 2) / d) + (c % 2) * torch.pi / 2
    return out.sin().float()
# %% solution-masks
def pad_mask(seq, idx):
    """seq (B, T) int -> (B, 1, 1, T) bool: True where the key is the padding token idx."""
    return torch.stack([~(row - idx).bool() for row in seq])[:, None][:, None]


def subsequent_mask(T):
    """(T, T) bool: True where the key (column) comes after the query (row)."""
    return torch.arange(T).expand(T, T) > torch.arange(T).expand(T, T).T


def decoder_mask(seq, idx):
    """seq (B, T) int -> (B, 1, T, T) bool: True where the key is padding or comes later."""
    late = lambda row: (torch.arange(len(row), device=row.device) > t for t in range(len(row)))
    return torch.stack([torch.stack([(row == idx) | later for later in late(row)])[None] for row in seq])
# %% solution-cross
def cross_attention(q, kv, mask, W, nh):
    """q (B, Tq, d) asks kv (B, Tk, d) -> wei (B, nh, Tq, Tk), out (B, Tq, d).

    mask: bool, broadcasts against (B, nh, Tq, Tk), True = hidden; W: four matrices (d, d); nh: number of heads.
    """
    Q, K, V = (torch.stack((x @ w).chunk(nh, dim=-1), dim=1) for x, w in zip((q, kv, kv), W))
    s = (Q[..., :, None, :] * K[..., None, :, :]).sum(-1) * (nh / q.size(-1)) ** 0.5
    s = s * ~mask + mask * -1e9
    wei = (s - s.logsumexp(-1, keepdim=True).detach()).exp()
    wei = wei / wei.sum(-1, keepdim=True)
    out = torch.cat((wei @ V).unbind(1), dim=-1) @ W[-1]
    return wei, out
# %% solution-decoder
from functools import reduce


def add_norm(x, fx):
    """x and fx (B, T, d) -> LayerNorm of their sum, (B, T, d)."""
    return F.instance_norm((x + fx).reshape(1, -1, x.shape[-1]), eps=1e-5).reshape(x.shape)


def decoder_layer(y, memory, y_mask, memory_mask, self_attend, cross_attend, ffn):
    """y (B, Ty, d), memory (B, Ts, d) -> (B, Ty, d), post-norm: self_attend, cross_attend, ffn, each with add_norm."""
    todo = [lambda h: self_attend(h, h, y_mask), lambda h: cross_attend(h, memory, memory_mask), ffn]
    return reduce(lambda h, f: add_norm(h, f(h)), todo, y)
# %% solution-forcing
def teacher_forcing(tgt):
    """tgt (B, T+1) -> inp (B, T), what the decoder reads; lab (B, T), what it should say."""
    inp, lab = (tgt.index_select(1, torch.arange(tgt.shape[1] - 1, device=tgt.device) + s) for s in (0, 1))
    return inp, lab
# %% solution-smooth
def label_smooth(y, K, eps):
    """y int, any shape, e.g. (B, T) -> q (B, T, K) float32: 1 - eps at y, eps/(K-1) elsewhere."""
    return torch.stack([(y == k).float() * (1 - eps) + (y != k).float() * (eps / (K - 1)) for k in range(K)], dim=-1)
# %% solution-loss
def smooth_loss(logits, q, y, idx):
    """logits, q (B, T, K), y (B, T) -> each (B, T), 0 where y is idx; loss: the mean over the other tokens."""
    real = (y != idx).nonzero(as_tuple=True)
    some = -(q[real].unsqueeze(1) @ F.log_softmax(logits[real], -1).unsqueeze(2)).view(-1)
    each, loss = torch.zeros_like(logits[..., 0]).index_put(real, some), some.mean()
    return each, loss
# %% solution-noam
def noam(step, d=512, warmup=4000):
    """step (int, 0 counts as 1), d channels, warmup steps -> learning rate (float)."""
    return sorted([(step or 1) ** -0.5, (step or 1) * warmup**-1.5])[0] * d**-0.5
