# because: everything with einsum, heads as an index and never a transpose
# batch: 1
# %% solution-batch
def get_batch(data, starts, T):
    """data (N,) int, starts (B,) int -> x (B, T) and y (B, T): y is what comes after each token of x."""
    where = starts.unsqueeze(1) + torch.arange(T, device=starts.device)
    x, y = data.take(where), data.take(where + 1)
    return x, y
# %% solution-heads
def multi_head(x, Wq, Wk, Wv, Wo, bo):
    """x (B, T, C); Wq, Wk, Wv (n_head, C, hs); Wo (n_head * hs, C), bo (C,) -> (B, T, C); T <= block_size."""
    B, T, C = x.shape
    n_head, _, hs = Wq.shape
    q, k, v = (torch.einsum("btc,ncd->bntd", x, W) for W in (Wq, Wk, Wv))
    s = torch.einsum("bntd,bnsd->bnts", q, k) / hs**0.5 + tril[:T, :T].log()
    o = torch.einsum("bnts,bnsd->btnd", s.softmax(-1), v)
    return torch.einsum("btnd,ndc->btc", o, Wo.view(n_head, hs, -1)) + bo
# %% solution-fused
def fuse(Wq, Wk, Wv):
    """Wq, Wk, Wv (n_head, C, hs) -> Wqkv (C, 3 * n_head * hs): all queries, then all keys, then all values."""
    return torch.einsum("knch->cknh", torch.stack([Wq, Wk, Wv])).flatten(1)
# %% solution-mha
def mha(x, Wqkv, Wo, bo, n_head):
    """x (B, T, C), Wqkv (C, 3 * C), Wo (C, C), bo (C,) -> (B, T, C); causal, without a loop over the heads."""
    B, T, C = x.shape
    W = Wqkv.unflatten(1, (3, n_head, -1))
    q, k, v = torch.einsum("btc,cknd->kbtnd", x, W)
    s = torch.einsum("btnd,bsnd->bnts", q, k) * q.shape[-1] ** -0.5 + tril[:T, :T].log()
    o = torch.einsum("bnts,bsnd->btnd", torch.exp(s - s.logsumexp(-1, keepdim=True)), v)
    return torch.einsum("btnd,ndc->btc", o, Wo.unflatten(0, (n_head, -1))) + bo
# %% solution-layernorm
def layernorm(x, g, b, eps=1e-5):
    """x (..., C), g (C,), b (C,) -> (..., C): each position normalised over its channels, then scaled and shifted."""
    var, mean = torch.var_mean(x, dim=-1, correction=0, keepdim=True)
    return torch.addcmul(b, (x - mean) * (var + eps).rsqrt(), g)
# %% solution-ffn
def ffn(x, W1, b1, W2, b2):
    """x (B, T, C), W1 (C, H), b1 (H,), W2 (H, C), b2 (C,) -> (B, T, C)."""
    a = torch.einsum("btc,ch->bth", x, W1) + b1
    return torch.einsum("bth,hc->btc", (a + a.abs()) / 2, W2) + b2
# %% solution-dropout
def dropout(x, p, u, training):
    """x and u of the same shape, 0 <= p < 1, training True or False -> the shape of x."""
    if training:
        return x.masked_fill(u < p, 0.0).div(1.0 - p)
    return x
# %% solution-block
def block(x, ln1, attend, ln2, feed, drop):
    """x (B, T, C), and five functions (B, T, C) -> (B, T, C); gives (B, T, C)."""
    for branch in ((ln1, attend, drop), (ln2, feed, drop)):
        a = x
        for f in branch:
            a = f(a)
        x = torch.add(x, a)
    return x
# %% solution-generate
def draw(p, u):
    """p (B, V), rows of probabilities; u (B,), uniform in [0, 1) -> (B,) int: one token for each row."""
    c = p.cumsum(-1).contiguous()
    return torch.searchsorted(c, u[:, None].contiguous(), right=True)[:, 0].clamp(max=p.shape[-1] - 1)
