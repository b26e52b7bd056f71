# because: loops in the place of broadcasting, math module
# batch: 2
# %% solution-rate
import math

rate = torch.tensor([math.exp(-math.log(10000) * 2 * k / d) for k in range(d // 2)])
# %% solution-pe
def pe(T, d):
    import math

    rows = []
    for t in range(T):
        rows.append([(math.cos if c & 1 else math.sin)(t * 10000 ** (-(c // 2 * 2) / d)) for c in range(d)])
    return torch.tensor(rows, dtype=torch.float32).reshape(T, d)
# %% solution-masks
def pad_mask(seq, idx):
    rows = [[[[token == idx for token in row]]] for row in seq.tolist()]
    return torch.tensor(rows, dtype=torch.bool, device=seq.device)


def subsequent_mask(T):
    return torch.tensor([[key > query for key in range(T)] for query in range(T)], dtype=torch.bool)


def decoder_mask(seq, idx):
    m = pad_mask(seq, idx).repeat(1, 1, seq.shape[1], 1)
    for t in range(seq.shape[1]):
        m[:, :, t, t + 1 :] = True
    return m
# %% solution-cross
def cross_attention(q, kv, mask, W, nh):
    hs = q.shape[-1] // nh
    B, Tq, Tk = q.shape[0], q.shape[1], kv.shape[1]
    hidden = mask.expand(B, nh, Tq, Tk)
    weis, total = [], 0
    for h in range(nh):
        cut = slice(h * hs, (h + 1) * hs)
        Q, K, V = q @ W[0][:, cut], kv @ W[1][:, cut], kv @ W[2][:, cut]
        s = torch.baddbmm(torch.zeros(B, Tq, Tk, device=q.device), Q, K.transpose(1, 2), alpha=hs**-0.5)
        w = torch.where(hidden[:, h], torch.full_like(s, -1e9), s).softmax(-1)
        weis.append(w)
        total = total + w @ V @ W[3][cut]
    return torch.stack(weis, 1), total
# %% solution-smooth
def label_smooth(y, K, eps):
    return torch.tensor([[1 - eps if k == t else eps / (K - 1) for k in range(K)] for t in y.flatten().tolist()], device=y.device).view(*y.shape, K)
# %% solution-noam
def noam(step, d=512, warmup=4000):
    step = step or 1
    return (d * step) ** -0.5 if step > warmup else step / (d * warmup**3) ** 0.5
