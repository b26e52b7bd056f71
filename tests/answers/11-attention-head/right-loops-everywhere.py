# because: plain Python loops over texts, queries and keys where others use matrix products
# batch: 1
# %% solution-loop
def avg_past_loop(x):
    """x (B, T, C) -> xbow (B, T, C): xbow[b, t] is the mean of x[b, 0], ..., x[b, t]."""
    B, T, C = x.shape
    xbow = torch.zeros_like(x)
    for b in range(B):
        for t in range(T):
            total = 0
            for s in range(t + 1):
                total = total + x[b, s]
            xbow[b, t] = total / (t + 1)
    return xbow
# %% solution-head
def head(x, Wq, Wk, Wv):
    """x (B, T, C), weights (C, hs) -> wei (B, T, T) and out (B, T, hs); causal, for every T up to block_size."""
    B, T, C = x.shape
    size = Wq.shape[1]
    wei = torch.zeros(B, T, T, dtype=x.dtype, device=x.device)
    out = torch.zeros(B, T, size, dtype=x.dtype, device=x.device)
    for b in range(B):
        q, k, v = x[b] @ Wq, x[b] @ Wk, x[b] @ Wv
        for t in range(T):
            row = k[: t + 1] @ q[t] / size**0.5  # nothing to mask: the future is not even looked at
            row = F.softmax(row, dim=0)
            wei[b, t, : t + 1] = row
            for s in range(t + 1):
                out[b, t] += row[s] * v[s]
    return wei, out
# %% solution-masks
def mask_upper(T):
    """(T, T) bool: True strictly above the diagonal."""
    return torch.tensor([[s > t for s in range(T)] for t in range(T)])


def mask_lower(T):
    """(T, T) bool: True strictly below the diagonal."""
    return torch.tensor([[s < t for s in range(T)] for t in range(T)])


def pad(seq, idx):
    """seq (B, T) int -> (B, 1, T) bool: True where the key is the padding token idx."""
    rows = [[[token == idx for token in text]] for text in seq.tolist()]
    return torch.tensor(rows, device=seq.device)
# %% solution-masked-softmax
def masked_softmax(scores, mask):
    """scores (B, Tq, Tk), mask bool and broadcastable, True = hidden -> weights (B, Tq, Tk); rows sum to 1."""
    hidden = mask.expand_as(scores)
    out = torch.zeros_like(scores)
    B, Tq, Tk = scores.shape
    for b in range(B):
        for t in range(Tq):
            free = ~hidden[b, t]
            if free.any():
                out[b, t, free] = scores[b, t, free].softmax(0)
            else:
                out[b, t] = 1 / Tk
    return out
# %% solution-dots
def pairwise(score, q, k):
    return torch.stack([torch.stack([torch.stack([score(a, c) for c in kb]) for a in qb]) for qb, kb in zip(q, k)])


def dot(q, k):
    """q (B, Tq, d), k (B, Tk, d) -> (B, Tq, Tk): the sum of q_i k_i."""
    return pairwise(torch.dot, q, k)


def squared_dot(q, k):
    """q (B, Tq, d), k (B, Tk, d) -> (B, Tq, Tk): the sum of q_i^2 k_i^2."""
    return pairwise(lambda a, c: ((a * c) ** 2).sum(), q, k)


def reversed_dot(q, k):
    """q (B, Tq, d), k (B, Tk, d) -> (B, Tq, Tk): the sum of q_i k_(d-1-i)."""
    def score(a, c):
        d = len(a)
        return sum(a[i] * c[d - 1 - i] for i in range(d))

    return pairwise(score, q, k)
# %% solution-cosine
def cosine(q, k):
    """q (B, Tq, d), k (B, Tk, d) -> (B, Tq, Tk): cosines in [-1, 1]; 0 with a zero vector."""
    rows = []
    for t in range(q.shape[1]):
        one = q[:, t : t + 1]  # (B, 1, d)
        lengths = [a.pow(2).sum(-1).sqrt().clamp(min=1e-8) for a in (one, k)]
        rows.append((one * k).sum(-1) / lengths[0] / lengths[1])
    return torch.stack(rows, dim=1)
# %% solution-additive
def additive(q, k, W1, W2, w):
    """q (B, Tq, dq), k (B, Tk, dk), W1 (dq, h), W2 (dk, h), w (h,) -> (B, Tq, Tk)."""
    columns = []
    for s in range(k.shape[1]):
        hidden = torch.tanh(q @ W1 + k[:, s : s + 1] @ W2)  # (B, Tq, h)
        columns.append((hidden * w).sum(-1))
    return torch.stack(columns, -1)
