# because: running sums instead of slices, einsum everywhere, softmax written out with logsumexp
# batch: 1
# %% solution-loop
def avg_past_loop(x):
    """x (B, T, C) -> xbow (B, T, C): xbow[b, t] is the mean of x[b, 0], ..., x[b, t]."""
    B, T, C = x.shape
    xbow = torch.zeros_like(x)
    for b in range(B):
        for t in range(T):
            # mean of t+1 numbers from the mean of t numbers
            before = xbow[b, t - 1] if t else torch.zeros_like(x[b, 0])
            xbow[b, t] = before + (x[b, t] - before) / (t + 1)
    return xbow
# %% solution-matrix
def avg_past_tril(x):
    """x (B, T, C) -> wei (T, T) and xbow (B, T, C), without a loop and without softmax."""
    B, T, C = x.shape
    n = torch.arange(1, T + 1, device=x.device, dtype=x.dtype)
    wei = torch.tril(n.reciprocal()[:, None].expand(T, T))
    xbow = torch.einsum("ts,bsc->btc", wei, x)
    return wei, xbow
# %% solution-softmax
def avg_past_softmax(x):
    """x (B, T, C) -> wei (T, T) and xbow (B, T, C), with a softmax over scores 0 and -inf."""
    B, T, C = x.shape
    scores = torch.zeros(T, T, device=x.device)
    scores = scores + torch.full_like(scores, -float("inf")).triu(1)
    wei = (scores - scores.logsumexp(1, keepdim=True)).exp()
    xbow = torch.einsum("ts,bsc->btc", wei, x)
    return wei, xbow
# %% solution-qkv
q, k, v = (torch.einsum("btc,ch->bth", x, M) for M in (Wq, Wk, Wv))
# %% solution-scores
scores = torch.einsum("bth,bsh->bts", q, k) * hs**-0.5
# %% solution-wei
wei = (scores + tril.log()).softmax(-1)
# %% solution-out
out = torch.einsum("bts,bsh->bth", wei, v)
# %% solution-head
def head(x, Wq, Wk, Wv):
    """x (B, T, C), weights (C, hs) -> wei (B, T, T) and out (B, T, hs); causal, for every T up to block_size."""
    B, T, C = x.shape
    # q k^T = x (Wq Wk^T) x^T
    M = Wq @ Wk.T / Wq.shape[1] ** 0.5
    s = torch.einsum("btc,cd,bsd->bts", x, M, x) + tril[:T, :T].log()
    wei = (s - s.logsumexp(-1, keepdim=True)).exp()
    out = torch.einsum("bts,bsc,ch->bth", wei, x, Wv)
    return wei, out
# %% solution-dots
def dot(q, k):
    """q (B, Tq, d), k (B, Tk, d) -> (B, Tq, Tk): the sum of q_i k_i."""
    return torch.einsum("bti,bsi->bts", q, k)


def squared_dot(q, k):
    """q (B, Tq, d), k (B, Tk, d) -> (B, Tq, Tk): the sum of q_i^2 k_i^2."""
    return torch.einsum("bti,bti,bsi,bsi->bts", q, q, k, k)


def reversed_dot(q, k):
    """q (B, Tq, d), k (B, Tk, d) -> (B, Tq, Tk): the sum of q_i k_(d-1-i)."""
    return torch.einsum("bti,bsi->bts", q.flip(2), k)
# %% solution-additive
def additive(q, k, W1, W2, w):
    """q (B, Tq, dq), k (B, Tk, dk), W1 (dq, h), W2 (dk, h), w (h,) -> (B, Tq, Tk)."""
    a, b = q @ W1, k @ W2
    return torch.einsum("btsh,h->bts", (a.unsqueeze(2) + b.unsqueeze(1)).tanh(), w)
