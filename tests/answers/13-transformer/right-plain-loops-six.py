# because: nothing wrong: plain Python loops over texts, heads, positions and channels, math.sin and lists, tensors only stacked at the end
# batch: 6
# %% solution-rate
# rate: (d/2,), float32: how far each hand turns per position
numbers = []
for hand in range(d // 2):
    numbers.append(1.0 / 10000.0 ** (2 * hand / d))
rate = torch.tensor(numbers, dtype=torch.float32)
# %% solution-pe
def pe(T, d):
    """Positions 0 ... T-1 -> (T, d), float32: row t holds sines (even channels) and cosines (odd channels)."""
    import math

    out = torch.zeros(T, d)
    for t in range(T):
        for c in range(d):
            first = c - c % 2  # first channel of this hand
            a = t / 10000 ** (first / d)
            out[t, c] = math.cos(a) if c % 2 else math.sin(a)
    return out
# %% solution-masks
def pad_mask(seq, idx):
    """seq (B, T) int -> (B, 1, 1, T) bool: True where the key is the padding token idx."""
    rows = []
    for text in seq.tolist():
        rows.append([[[token == idx for token in text]]])
    return torch.tensor(rows, dtype=torch.bool, device=seq.device)


def subsequent_mask(T):
    """(T, T) bool: True where the key (column) comes after the query (row)."""
    out = torch.zeros(T, T, dtype=torch.bool)
    for asks in range(T):
        for key in range(asks + 1, T):
            out[asks, key] = True
    return out


def decoder_mask(seq, idx):
    """seq (B, T) int -> (B, 1, T, T) bool: True where the key is padding or comes later."""
    T = seq.shape[1]
    everything = []
    for text in seq.tolist():
        everything.append([[[text[k] == idx or k > t for k in range(T)] for t in range(T)]])
    return torch.tensor(everything, dtype=torch.bool, device=seq.device)
# %% solution-cross
def cross_attention(q, kv, mask, W, nh):
    """q (B, Tq, d) asks kv (B, Tk, d) -> wei (B, nh, Tq, Tk), out (B, Tq, d).

    mask: bool, broadcasts against (B, nh, Tq, Tk), True = hidden; W: four matrices (d, d); nh: number of heads.
    """
    Wq, Wk, Wv, Wo = W
    B, Tq, d = q.shape
    Tk = kv.shape[1]
    hs = d // nh
    hidden = mask.expand(B, nh, Tq, Tk)
    all_wei, all_out = [], []
    for b in range(B):
        Q, K, V = q[b] @ Wq, kv[b] @ Wk, kv[b] @ Wv
        wei_b, out_b = [], []
        for h in range(nh):
            mine = slice(h * hs, (h + 1) * hs)
            rows = []
            for t in range(Tq):
                s = (K[:, mine] * Q[t, mine]).sum(1) / hs**0.5  # (Tk,)
                s = torch.where(hidden[b, h, t], torch.full_like(s, -1e9), s)
                e = (s - s.max()).exp()
                rows.append(e / e.sum())
            rows = torch.stack(rows)
            wei_b.append(rows)
            out_b.append(rows @ V[:, mine])
        all_wei.append(torch.stack(wei_b))
        all_out.append(torch.cat(out_b, dim=1) @ Wo)
    wei = torch.stack(all_wei)
    out = torch.stack(all_out)
    return wei, out
# %% solution-decoder
def add_norm(x, fx):
    """x and fx (B, T, d) -> LayerNorm of their sum, (B, T, d)."""
    B, T, d = x.shape
    texts = []
    for b in range(B):
        rows = []
        for t in range(T):
            z = x[b, t] + fx[b, t]
            mean = sum(z[c] for c in range(d)) / d
            var = sum((z[c] - mean) ** 2 for c in range(d)) / d
            rows.append((z - mean) / (var + 1e-5) ** 0.5)
        texts.append(torch.stack(rows))
    return torch.stack(texts)


def decoder_layer(y, memory, y_mask, memory_mask, self_attend, cross_attend, ffn):
    """y (B, Ty, d), memory (B, Ts, d) -> (B, Ty, d), post-norm: self_attend, cross_attend, ffn, each with add_norm."""
    for part in ("self", "cross", "ffn"):
        if part == "self":
            new = self_attend(y, y, y_mask)
        elif part == "cross":
            new = cross_attend(y, memory, memory_mask)
        else:
            new = ffn(y)
        y = add_norm(y, new)
    return y
# %% solution-forcing
def teacher_forcing(tgt):
    """tgt (B, T+1) -> inp (B, T), what the decoder reads; lab (B, T), what it should say."""
    T = tgt.shape[1] - 1
    inp = torch.stack([tgt[:, t] for t in range(T)], dim=1)
    lab = torch.stack([tgt[:, t + 1] for t in range(T)], dim=1)
    return inp, lab
# %% solution-smooth
def label_smooth(y, K, eps):
    """y int, any shape, e.g. (B, T) -> q (B, T, K) float32: 1 - eps at y, eps/(K-1) elsewhere."""
    rows = []
    for token in y.flatten().tolist():
        row = [eps / (K - 1)] * K
        row[token] = 1 - eps
        rows.append(row)
    return torch.tensor(rows, dtype=torch.float32, device=y.device).reshape(*y.shape, K)
# %% solution-loss
def smooth_loss(logits, q, y, idx):
    """logits, q (B, T, K), y (B, T) -> each (B, T), 0 where y is idx; loss: the mean over the other tokens."""
    B, T, K = logits.shape
    rows, total, count = [], 0.0, 0
    for b in range(B):
        row = []
        for t in range(T):
            if y[b, t].item() == idx:
                row.append(logits.new_zeros(()))
                continue
            logp = F.log_softmax(logits[b, t], dim=0)
            e = 0.0
            for k in range(K):
                e = e - q[b, t, k] * logp[k]
            row.append(e)
            total = total + e
            count += 1
        rows.append(torch.stack(row))
    each = torch.stack(rows)
    loss = total / count
    return each, loss
# %% solution-noam
def noam(step, d=512, warmup=4000):
    """step (int, 0 counts as 1), d channels, warmup steps -> learning rate (float)."""
    import math

    step = 1 if step == 0 else step
    candidates = [1 / math.sqrt(step), step / (warmup * math.sqrt(warmup))]
    smallest = candidates[0]
    for c in candidates:
        if c < smallest:
            smallest = c
    return smallest / math.sqrt(d)
