# because: nothing wrong: recursion everywhere (tables and masks by halving, the decoder as a recursive walk over its parts, noam calls itself for step 0)
# batch: 6
# %% solution-rate
# rate: (d/2,), float32: how far each hand turns per position
def _hands(r, n, factor):
    return [] if n == 0 else [r] + _hands(r * factor, n - 1, factor)


rate = torch.tensor(_hands(1.0, d // 2, 10000.0 ** (-2 / d)))
# %% solution-pe
def pe(T, d):
    """Positions 0 ... T-1 -> (T, d), float32: row t holds sines (even channels) and cosines (odd channels)."""
    speed = 10000.0 ** (-torch.arange(0, d, 2, dtype=torch.float64) / d)

    def clocks(n):  # hands of positions 0 ... n-1 as complex numbers: the second half is the first, turned further
        if n <= 1:
            return torch.ones(n, len(speed), dtype=torch.complex128)
        half = (n + 1) // 2
        first = clocks(half)
        return torch.cat([first, first * torch.polar(torch.ones_like(speed), half * speed)])[:n]

    z = clocks(T)
    out = torch.stack([z.imag, z.real], dim=-1).reshape(T, 2 * len(speed))[:, :d].float()
    return out
# %% solution-masks
def pad_mask(seq, idx):
    """seq (B, T) int -> (B, 1, 1, T) bool: True where the key is the padding token idx."""
    if seq.shape[0] == 1:
        return seq.eq(idx).reshape(1, 1, 1, -1)
    return torch.cat([pad_mask(seq[:1], idx), pad_mask(seq[1:], idx)])


def subsequent_mask(T):
    """(T, T) bool: True where the key (column) comes after the query (row)."""
    if T <= 1:
        return torch.zeros(T, T, dtype=torch.bool)
    a = T // 2
    b = T - a
    top = torch.cat([subsequent_mask(a), torch.ones(a, b, dtype=torch.bool)], dim=1)
    bottom = torch.cat([torch.zeros(b, a, dtype=torch.bool), subsequent_mask(b)], dim=1)
    return torch.cat([top, bottom])


def decoder_mask(seq, idx):
    """seq (B, T) int -> (B, 1, T, T) bool: True where the key is padding or comes later."""
    if len(seq) > 1:
        return torch.cat([decoder_mask(s[None], idx) for s in seq])
    return torch.logical_or(pad_mask(seq, idx), subsequent_mask(seq.shape[1]).to(seq.device))
# %% solution-cross
def cross_attention(q, kv, mask, W, nh):
    """q (B, Tq, d) asks kv (B, Tk, d) -> wei (B, nh, Tq, Tk), out (B, Tq, d).

    mask: bool, broadcasts against (B, nh, Tq, Tk), True = hidden; W: four matrices (d, d); nh: number of heads.
    """
    Wq, Wk, Wv, Wo = W
    B, Tq, d = q.shape
    hs = d // nh
    hidden = torch.broadcast_to(mask, (B, nh, Tq, kv.shape[1]))

    def heads(h):
        """Weights of the heads from h on, and the sum of what they contribute to out."""
        if h == nh:
            return [], 0
        c = slice(h * hs, h * hs + hs)
        scores = torch.bmm(q @ Wq[:, c], (kv @ Wk[:, c]).transpose(1, 2)) / hs**0.5
        w = torch.where(hidden[:, h], -1e9, scores).softmax(-1)
        others, rest = heads(h + 1)
        # merging and Wo at once: each head has its own rows of Wo
        return [w] + others, torch.bmm(w, kv @ Wv[:, c]) @ Wo[c] + rest

    each_head, out = heads(0)
    wei = torch.stack(each_head, dim=1)
    return wei, out
# %% solution-decoder
def add_norm(x, fx):
    """x and fx (B, T, d) -> LayerNorm of their sum, (B, T, d)."""
    if x.dim() > 1:
        return torch.stack([add_norm(a, b) for a, b in zip(x, fx)])
    z = x + fx
    z = z - z.mean()
    return z / torch.sqrt(z.dot(z) / len(z) + 1e-5)


def decoder_layer(y, memory, y_mask, memory_mask, self_attend, cross_attend, ffn):
    """y (B, Ty, d), memory (B, Ts, d) -> (B, Ty, d), post-norm: self_attend, cross_attend, ffn, each with add_norm."""
    steps = (
        lambda a: self_attend(a, a, y_mask),
        lambda a: cross_attend(a, memory, memory_mask),
        ffn,
    )

    def after(n):
        if n == 0:
            return y
        before = after(n - 1)
        return add_norm(before, steps[n - 1](before))

    return after(3)
# %% solution-forcing
def teacher_forcing(tgt):
    """tgt (B, T+1) -> inp (B, T), what the decoder reads; lab (B, T), what it should say."""
    if len(tgt) > 1:
        a, b = teacher_forcing(tgt[:1]), teacher_forcing(tgt[1:])
        return torch.cat([a[0], b[0]]), torch.cat([a[1], b[1]])
    row = list(tgt[0])
    inp = torch.stack(row[:-1])[None]
    lab = torch.stack(row[1:])[None]
    return inp, lab
# %% solution-smooth
def label_smooth(y, K, eps):
    """y int, any shape, e.g. (B, T) -> q (B, T, K) float32: 1 - eps at y, eps/(K-1) elsewhere."""
    if y.dim():
        return torch.stack([label_smooth(part, K, eps) for part in y])
    left, right = int(y), K - 1 - int(y)
    share = eps / (K - 1)
    return torch.tensor([share] * left + [1.0 - eps] + [share] * right, device=y.device)
# %% solution-loss
def smooth_loss(logits, q, y, idx):
    """logits, q (B, T, K), y (B, T) -> each (B, T), 0 where y is idx; loss: the mean over the other tokens."""

    def one(l, p, label):
        if label.dim():
            return torch.stack([one(*parts) for parts in zip(l, p, label)])
        if int(label) == idx:
            return l.sum() * 0
        return -p.dot(l.log_softmax(0))

    def total(values):
        n = len(values)
        return values[0] if n == 1 else total(values[: n // 2]) + total(values[n // 2 :])

    each = one(logits, q, y)
    loss = total(each.flatten()) / sum(label != idx for label in y.flatten().tolist())
    return each, loss
# %% solution-noam
def noam(step, d=512, warmup=4000):
    """step (int, 0 counts as 1), d channels, warmup steps -> learning rate (float)."""
    if step == 0:
        return noam(1, d, warmup)
    if step < warmup:
        return noam(warmup, d, warmup) * step / warmup
    return (d * step) ** -0.5
