# because: one helper does every softmax by hand with the maximum subtracted, vmap and recursion elsewhere
# batch: 1
# %% solution-loop
def avg_past_loop(x):
    """x (B, T, C) -> xbow (B, T, C): xbow[b, t] is the mean of x[b, 0], ..., x[b, t]."""
    def total(b, t):  # recursion
        return x[b, 0] if t == 0 else total(b, t - 1) + x[b, t]

    B, T, C = x.shape
    return torch.stack([torch.stack([total(b, t) / (t + 1) for t in range(T)]) for b in range(B)])
# %% solution-softmax
def soft(a, dim=-1):
    e = torch.exp(a - a.amax(dim, keepdim=True))
    return e / e.sum(dim, keepdim=True)


def avg_past_softmax(x):
    """x (B, T, C) -> wei (T, T) and xbow (B, T, C), with a softmax over scores 0 and -inf."""
    B, T, C = x.shape
    scores = torch.zeros(T, T, device=x.device)
    t = torch.arange(T, device=x.device)
    scores[t[:, None] < t] = -torch.inf
    wei = soft(scores)
    xbow = torch.stack([wei @ text for text in x])
    return wei, xbow
# %% solution-qkv
q, k, v = torch.stack([x @ W for W in (Wq, Wk, Wv)]).unbind(0)
# %% solution-scores
scores = torch.stack([a @ b.T for a, b in zip(q, k)]) / hs**0.5
# %% solution-wei
e = torch.exp(scores - scores.max(-1, keepdim=True).values) * tril
wei = e / e.sum(-1, keepdim=True)
# %% solution-out
out = (wei[..., None] * v[:, None]).sum(2)
# %% solution-head
def head(x, Wq, Wk, Wv):
    """x (B, T, C), weights (C, hs) -> wei (B, T, T) and out (B, T, hs); causal, for every T up to block_size."""
    T = x.size(1)

    def one(text):
        s = (text @ Wq) @ (text @ Wk).T * Wk.size(-1) ** -0.5
        s = s.masked_fill(tril[:T, :T] < 1, -torch.inf)
        e = torch.exp(s - s.amax(-1, keepdim=True))
        w = e / e.sum(-1, keepdim=True)
        return w, w @ (text @ Wv)

    return torch.vmap(one)(x)
# %% solution-masked-softmax
def masked_softmax(scores, mask):
    """scores (B, Tq, Tk), mask bool and broadcastable, True = hidden -> weights (B, Tq, Tk); rows sum to 1."""
    low = torch.where(mask, torch.full_like(scores, -1e9), scores)
    e = (low - low.amax(-1, keepdim=True)).exp()
    return e / e.sum(-1, keepdim=True)
# %% solution-cosine
def cosine(q, k):
    """q (B, Tq, d), k (B, Tk, d) -> (B, Tq, Tk): cosines in [-1, 1]; 0 with a zero vector."""
    def unit(a):
        return F.normalize(a, dim=-1, eps=1e-8)

    return torch.einsum("bqd,bkd->bqk", unit(q), unit(k))
# %% solution-additive
def additive(q, k, W1, W2, w):
    """q (B, Tq, dq), k (B, Tk, dk), W1 (dq, h), W2 (dk, h), w (h,) -> (B, Tq, Tk)."""
    # tanh(a) = 2 sigmoid(2a) - 1
    a = (q @ W1)[:, :, None, :] + (k @ W2)[:, None, :, :]
    return (2 * torch.sigmoid(2 * a) - 1).matmul(w)
