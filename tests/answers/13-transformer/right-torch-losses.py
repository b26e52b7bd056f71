# because: F.cross_entropy with soft targets, F.layer_norm in a helper class, baddbmm with heads in the batch
# batch: 1
# %% solution-rate
rate = torch.pow(10000.0, torch.arange(0, d, 2, dtype=torch.float32) / d).reciprocal()
# %% solution-pe
def pe(T, d):
    """Positions 0 ... T-1 -> (T, d), float32: row t holds sines (even channels) and cosines (odd channels)."""
    c = torch.arange(d)
    rates = 10000.0 ** (-(c // 2 * 2) / d)  # a rate for every channel
    # cos a = sin(a + pi/2), in double precision
    out = torch.sin(torch.arange(T).double()[:, None] * rates.double() + (c % 2) * torch.pi / 2).float()
    return out
# %% solution-cross
def cross_attention(q, kv, mask, W, nh):
    """q (B, Tq, d) asks kv (B, Tk, d) -> wei (B, nh, Tq, Tk), out (B, Tq, d).

    mask: bool, broadcasts against (B, nh, Tq, Tk), True = hidden; W: four matrices (d, d); nh: number of heads.
    """
    Q, K, V = (split_heads(F.linear(a, M.T), nh).flatten(0, 1) for a, M in zip((q, kv, kv), W))
    scores = torch.bmm(Q / Q.shape[-1] ** 0.5, K.mT).unflatten(0, (-1, nh))
    wei = F.softmax(scores.masked_fill(mask, -1e9), dim=-1)
    out = F.linear(merge_heads(torch.bmm(wei.flatten(0, 1), V).unflatten(0, (-1, nh))), W[3].T)
    return wei, out
# %% solution-decoder
class Sublayer:
    def __init__(self, f):
        self.f = f

    def __call__(self, y):
        return add_norm(y, self.f(y))


def add_norm(x, fx):
    """x and fx (B, T, d) -> LayerNorm of their sum, (B, T, d)."""
    z = torch.add(x, fx)
    var, mean = torch.var_mean(z, dim=-1, keepdim=True, correction=0)
    return (z - mean) * torch.rsqrt(var + 1e-5)


def decoder_layer(y, memory, y_mask, memory_mask, self_attend, cross_attend, ffn):
    """y (B, Ty, d), memory (B, Ts, d) -> (B, Ty, d), post-norm: self_attend, cross_attend, ffn, each with add_norm."""
    listen = Sublayer(lambda a: self_attend(a, a, y_mask))
    ask = Sublayer(lambda a: cross_attend(a, memory, memory_mask))
    return Sublayer(ffn)(ask(listen(y)))
# %% solution-forcing
def teacher_forcing(tgt):
    """tgt (B, T+1) -> inp (B, T), what the decoder reads; lab (B, T), what it should say."""
    T = tgt.size(1) - 1
    inp, lab = tgt.narrow(1, 0, T).clone(), tgt.narrow(1, 1, T).clone()
    return inp, lab
# %% solution-smooth
def label_smooth(y, K, eps):
    """y int, any shape, e.g. (B, T) -> q (B, T, K) float32: 1 - eps at y, eps/(K-1) elsewhere."""
    return torch.where(y[..., None] == torch.arange(K, device=y.device), 1 - eps, eps / (K - 1)).float()
# %% solution-loss
def smooth_loss(logits, q, y, idx):
    """logits, q (B, T, K), y (B, T) -> each (B, T), 0 where y is idx; loss: the mean over the other tokens."""
    B, T, K = logits.shape
    each = F.cross_entropy(logits.view(-1, K), q.view(-1, K), reduction="none").view(B, T)
    each = torch.where(y == idx, torch.zeros_like(each), each)
    loss = torch.div(each.sum(), torch.ne(y, idx).sum())
    return each, loss
# %% solution-noam
def noam(step, d=512, warmup=4000):
    """step (int, 0 counts as 1), d channels, warmup steps -> learning rate (float)."""
    step += step == 0
    return sorted([step**-0.5, step * warmup**-1.5])[0] / d**0.5
