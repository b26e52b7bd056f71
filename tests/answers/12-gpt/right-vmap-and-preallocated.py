# because: preallocated results filled by index, vmap over the heads, torch.bucketize-like counting with a loop over tokens
# batch: 1
# %% solution-heads
def multi_head(x, Wq, Wk, Wv, Wo, bo):
    """x (B, T, C); Wq, Wk, Wv (n_head, C, hs); Wo (n_head * hs, C), bo (C,) -> (B, T, C); T <= block_size."""
    B, T, C = x.shape
    n_head, _, hs = Wq.shape
    see = tril[:T, :T] == 1

    def single(wq, wk, wv):
        s = (x @ wq) @ (x @ wk).transpose(1, 2) * hs**-0.5
        return torch.softmax(torch.where(see, s, torch.full_like(s, -torch.inf)), -1) @ (x @ wv)

    outs = torch.vmap(single)(Wq, Wk, Wv)  # (n_head, B, T, hs)
    return outs.permute(1, 2, 0, 3).reshape(B, T, -1) @ Wo + bo
# %% solution-fused
def fuse(Wq, Wk, Wv):
    """Wq, Wk, Wv (n_head, C, hs) -> Wqkv (C, 3 * n_head * hs): all queries, then all keys, then all values."""
    n, c, h = Wq.shape
    out = Wq.new_empty(c, 3 * n * h)
    for j, W in enumerate((Wq, Wk, Wv)):
        for i in range(n):
            start = (j * n + i) * h
            out[:, start : start + h] = W[i]
    return out
# %% solution-mha
def mha(x, Wqkv, Wo, bo, n_head):
    """x (B, T, C), Wqkv (C, 3 * C), Wo (C, C), bo (C,) -> (B, T, C); causal, without a loop over the heads."""
    B, T, C = x.shape
    hs = C // n_head
    # heads go into the batch: (B * n_head, T, hs)
    q, k, v = ((x @ W).view(B, T, n_head, hs).transpose(1, 2).reshape(-1, T, hs) for W in Wqkv.split(C, 1))
    bias = torch.zeros(T, T, device=x.device, dtype=x.dtype).masked_fill(tril[:T, :T] == 0, -torch.inf)
    wei = torch.baddbmm(bias.expand(B * n_head, T, T), q, k.mT, alpha=hs**-0.5).softmax(-1)
    out = torch.bmm(wei, v).view(B, n_head, T, hs).permute(0, 2, 1, 3).flatten(-2)
    return torch.addmm(bo, out.reshape(-1, C), Wo).view(B, T, C)
# %% solution-dropout
def dropout(x, p, u, training):
    """x and u of the same shape, 0 <= p < 1, training True or False -> the shape of x."""
    factor = torch.heaviside(u - p, u.new_ones(())) / (1 - p) if training else 1.0
    return x * factor
# %% solution-loss
def logits_and_loss(idx, tgt, tok, pos, blocks, ln_f, Wlm, blm):
    """idx (B, T) int, tgt (B, T) int or None, blocks: list of functions -> logits (B, T, V), loss () or None."""
    B, T = idx.shape
    h = torch.empty(B, T, tok.shape[1], dtype=tok.dtype, device=tok.device)
    for b in range(B):
        for t in range(T):
            h[b, t] = tok[idx[b, t]] + pos[t]
    for f in blocks:
        h = f(h)
    logits = ln_f(h) @ Wlm + blm
    loss = None
    if tgt is not None:
        logp = logits.log_softmax(-1)
        loss = sum(-logp[b, t, tgt[b, t]] for b in range(B) for t in range(T)) / (B * T)
    return logits, loss
# %% solution-generate
def draw(p, u):
    """p (B, V), rows of probabilities; u (B,), uniform in [0, 1) -> (B,) int: one token for each row."""
    V = p.shape[1]
    token = torch.zeros(len(p), dtype=torch.long, device=p.device)
    cumulative = p.cumsum(1)
    for i in range(V - 1):  # whoever is not in piece i moves on; the last piece takes the rest
        token += (cumulative[:, i] <= u).long()
    return token
# %% solution-generate-text
def generate(probs_fn, idx, u, block_size):
    """idx (B, T) int: the beginning; u (B, n) -> (B, T + n) int: the beginning, and n more tokens."""
    B, T = idx.shape
    n = u.shape[1]
    out = torch.empty(B, T + n, dtype=idx.dtype, device=idx.device)
    out[:, :T] = idx
    for i in range(n):
        end = T + i
        out[:, end] = draw(probs_fn(out[:, max(0, end - block_size) : end])[:, -1], u[:, i])
    return out
