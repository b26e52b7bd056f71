# because: the positional encoding as complex numbers, einsum everywhere
# batch: 1
# %% solution-rate
rate = torch.logspace(0, -4, d // 2 + 1)[:-1]
# %% solution-pe
def pe(T, d):
    """Positions 0 ... T-1 -> (T, d), float32: row t holds sines (even channels) and cosines (odd channels)."""
    t = torch.arange(T, dtype=torch.float64)
    r = torch.tensor(10000.0, dtype=torch.float64) ** (-torch.arange(0, d, 2, dtype=torch.float64) / d)
    angle = torch.outer(t, r)
    z = torch.polar(torch.ones_like(angle), angle)  # cos + i sin
    out = torch.view_as_real(z).flip(-1).flatten(1)[:, :d].float()
    return out
# %% solution-masks
def pad_mask(seq, idx):
    """seq (B, T) int -> (B, 1, 1, T) bool: True where the key is the padding token idx."""
    return torch.eq(seq, idx).unflatten(0, (-1, 1, 1))


def subsequent_mask(T):
    """(T, T) bool: True where the key (column) comes after the query (row)."""
    ones = torch.ones(T, T, dtype=torch.bool)
    return ones ^ ones.tril()


def decoder_mask(seq, idx):
    """seq (B, T) int -> (B, 1, T, T) bool: True where the key is padding or comes later."""
    return torch.logical_or(pad_mask(seq, idx), subsequent_mask(seq.shape[1]).to(seq.device))
# %% solution-cross
def cross_attention(q, kv, mask, W, nh):
    """q (B, Tq, d) asks kv (B, Tk, d) -> wei (B, nh, Tq, Tk), out (B, Tq, d).

    mask: bool, broadcasts against (B, nh, Tq, Tk), True = hidden; W: four matrices (d, d); nh: number of heads.
    """
    Wq, Wk, Wv = (M.unflatten(1, (nh, -1)) for M in W[:3])
    Q = torch.einsum("btd,dhe->bthe", q, Wq)
    K = torch.einsum("btd,dhe->bthe", kv, Wk)
    V = torch.einsum("btd,dhe->bthe", kv, Wv)
    s = torch.einsum("bthe,bshe->bhts", Q, K) / Q.shape[-1] ** 0.5
    s = torch.where(mask, torch.full_like(s, -1e9), s)
    wei = s.softmax(-1)
    out = torch.einsum("bhts,bshe,hed->btd", wei, V, W[3].unflatten(0, (nh, -1)))
    return wei, out
# %% solution-forcing
def teacher_forcing(tgt):
    """tgt (B, T+1) -> inp (B, T), what the decoder reads; lab (B, T), what it should say."""
    inp, lab = tgt.unfold(1, tgt.shape[1] - 1, 1).unbind(1)
    return inp, lab
# %% solution-smooth
def label_smooth(y, K, eps):
    """y int, any shape, e.g. (B, T) -> q (B, T, K) float32: 1 - eps at y, eps/(K-1) elsewhere."""
    table = torch.full((K, K), eps / (K - 1), device=y.device).fill_diagonal_(1 - eps)
    return table[y]
# %% solution-loss
def smooth_loss(logits, q, y, idx):
    """logits, q (B, T, K), y (B, T) -> each (B, T), 0 where y is idx; loss: the mean over the other tokens."""
    logp = logits - logits.logsumexp(-1, keepdim=True)
    real = y != idx
    each = torch.zeros(y.shape, dtype=logits.dtype, device=logits.device)
    each[real] = -torch.einsum("nk,nk->n", q[real], logp[real])
    loss = each[real].mean()
    return each, loss
# %% solution-noam
def noam(step, d=512, warmup=4000):
    """step (int, 0 counts as 1), d channels, warmup steps -> learning rate (float)."""
    step = max(step, 1)
    return (d * max(step, warmup**3 / step**2)) ** -0.5
