# because: nothing wrong: rarely used torch functions (polar and view_as_real, logspace, outer, einsum, cumsum masks, isin, narrow, unflatten, unfold, F.embedding, var_mean, cross_entropy with soft labels)
# batch: 6
# %% solution-rate
# rate: (d/2,), float32: how far each hand turns per position
rate = torch.logspace(0, -4 * (d - 2) / d, d // 2, base=10.0, dtype=torch.float64).to(torch.float32)
# %% solution-pe
def pe(T, d):
    """Positions 0 ... T-1 -> (T, d), float32: row t holds sines (even channels) and cosines (odd channels)."""
    hands = -(-d // 2)
    slow = torch.exp(torch.arange(hands, dtype=torch.float64) * (-2 * torch.log(torch.tensor(10000.0, dtype=torch.float64)) / d))
    angle = torch.outer(torch.arange(T, dtype=torch.float64), slow)
    pairs = torch.view_as_real(torch.polar(torch.ones_like(angle), angle)).flip(-1)  # (T, hands, 2): sine, cosine
    out = pairs.flatten(1).narrow(1, 0, d).to(torch.float32)
    return out
# %% solution-masks
def pad_mask(seq, idx):
    """seq (B, T) int -> (B, 1, 1, T) bool: True where the key is the padding token idx."""
    return torch.isin(seq, idx).unflatten(0, (-1, 1, 1))


def subsequent_mask(T):
    """(T, T) bool: True where the key (column) comes after the query (row)."""
    return torch.eye(T, dtype=torch.long).cumsum(dim=1).sub(torch.eye(T, dtype=torch.long)).gt(0)


def decoder_mask(seq, idx):
    """seq (B, T) int -> (B, 1, T, T) bool: True where the key is padding or comes later."""
    allowed = torch.einsum("bk,qk->bqk", seq.ne(idx).float(), (~subsequent_mask(seq.shape[1])).float().to(seq.device))
    return allowed.eq(0).unsqueeze(1)
# %% solution-cross
def cross_attention(q, kv, mask, W, nh):
    """q (B, Tq, d) asks kv (B, Tk, d) -> wei (B, nh, Tq, Tk), out (B, Tq, d).

    mask: bool, broadcasts against (B, nh, Tq, Tk), True = hidden; W: four matrices (d, d); nh: number of heads.
    """
    d = q.shape[-1]
    Wq, Wk, Wv = (w.unflatten(1, (nh, d // nh)) for w in W[:3])  # (d, nh, hs)
    Wo = W[3].unflatten(0, (nh, d // nh))  # (nh, hs, d)
    Q = torch.einsum("bqd,dhc->bhqc", q, Wq)
    K = torch.einsum("bkd,dhc->bhkc", kv, Wk)
    V = torch.einsum("bkd,dhc->bhkc", kv, Wv)
    scores = torch.einsum("bhqc,bhkc->bhqk", Q, K).div((d // nh) ** 0.5)
    scores = scores.where(~mask, scores.new_tensor(-1e9))
    wei = F.log_softmax(scores, dim=-1).exp()
    out = torch.einsum("bhqk,bhkc,hcd->bqd", wei, V, Wo)
    return wei, out
# %% solution-decoder
def add_norm(x, fx):
    """x and fx (B, T, d) -> LayerNorm of their sum, (B, T, d)."""
    z = torch.add(x, fx)
    var, mean = torch.var_mean(z, dim=-1, correction=0, keepdim=True)
    return torch.rsqrt(var + 1e-5).mul(z - mean)


def decoder_layer(y, memory, y_mask, memory_mask, self_attend, cross_attend, ffn):
    """y (B, Ty, d), memory (B, Ts, d) -> (B, Ty, d), post-norm: self_attend, cross_attend, ffn, each with add_norm."""
    return add_norm(
        z := add_norm(
            x := add_norm(y, self_attend(y, y, y_mask)),
            cross_attend(x, memory, memory_mask),
        ),
        ffn(z),
    )
# %% solution-forcing
def teacher_forcing(tgt):
    """tgt (B, T+1) -> inp (B, T), what the decoder reads; lab (B, T), what it should say."""
    inp, lab = tgt.unfold(1, tgt.shape[1] - 1, 1).unbind(1)
    return inp, lab
# %% solution-smooth
def label_smooth(y, K, eps):
    """y int, any shape, e.g. (B, T) -> q (B, T, K) float32: 1 - eps at y, eps/(K-1) elsewhere."""
    table = torch.full((K, K), eps / (K - 1)).fill_diagonal_(1 - eps).to(y.device)
    return F.embedding(y.long(), table)
# %% solution-loss
def smooth_loss(logits, q, y, idx):
    """logits, q (B, T, K), y (B, T) -> each (B, T), 0 where y is idx; loss: the mean over the other tokens."""
    each = F.cross_entropy(logits.movedim(-1, 1), q.movedim(-1, 1), reduction="none")
    real = y.ne(idx)
    each = torch.where(real, each, torch.zeros_like(each))
    loss = torch.masked_select(each, real).mean()
    return each, loss
# %% solution-noam
def noam(step, d=512, warmup=4000):
    """step (int, 0 counts as 1), d channels, warmup steps -> learning rate (float)."""
    s = torch.tensor(float(max(step, 1)), dtype=torch.float64)
    return torch.minimum(s.rsqrt(), s * warmup**-1.5).div(d**0.5).item()
