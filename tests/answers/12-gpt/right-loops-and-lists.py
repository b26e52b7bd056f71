# because: Python lists and loops where others use index tensors, a loss by hand with logsumexp
# batch: 1
# %% solution-batch
def get_batch(data, starts, T):
    """data (N,) int, starts (B,) int -> x (B, T) and y (B, T): y is what comes after each token of x."""
    pieces = data.unfold(0, T + 1, 1)[starts]  # every piece of T + 1 tokens, then those wanted
    x, y = pieces[:, :-1].clone(), pieces[:, 1:].clone()
    return x, y
# %% solution-heads
def multi_head(x, Wq, Wk, Wv, Wo, bo):
    """x (B, T, C); Wq, Wk, Wv (n_head, C, hs); Wo (n_head * hs, C), bo (C,) -> (B, T, C); T <= block_size."""
    B, T, C = x.shape
    n_head, _, hs = Wq.shape
    result = bo.expand(B, T, -1)
    # a joined row times Wo is a sum over the heads, each with its own rows of Wo
    for i in range(n_head):
        s = (x @ Wq[i]) @ (x @ Wk[i]).mT / hs**0.5
        s = s.masked_fill(tril[:T, :T] == 0, -torch.inf)
        e = torch.exp(s - s.amax(-1, keepdim=True))
        out = (e / e.sum(-1, keepdim=True)) @ (x @ Wv[i])
        result = result + out @ Wo[i * hs : (i + 1) * hs]
    return result
# %% solution-fused
def fuse(Wq, Wk, Wv):
    """Wq, Wk, Wv (n_head, C, hs) -> Wqkv (C, 3 * n_head * hs): all queries, then all keys, then all values."""
    return torch.cat([one for W in (Wq, Wk, Wv) for one in W], dim=1)
# %% solution-layernorm
def layernorm(x, g, b, eps=1e-5):
    """x (..., C), g (C,), b (C,) -> (..., C): each position normalised over its channels, then scaled and shifted."""
    rows = x.reshape(-1, x.shape[-1])
    out = []
    for row in rows:
        d = row - row.sum() / len(row)
        out.append(d / (torch.dot(d, d) / len(row) + eps) ** 0.5 * g + b)
    return torch.stack(out).view(x.shape)
# %% solution-dropout
def dropout(x, p, u, training):
    """x and u of the same shape, 0 <= p < 1, training True or False -> the shape of x."""
    return torch.where(u < p, torch.zeros_like(x), x / (1 - p)) if training else x.clone()
# %% solution-loss
def logits_and_loss(idx, tgt, tok, pos, blocks, ln_f, Wlm, blm):
    """idx (B, T) int, tgt (B, T) int or None, blocks: list of functions -> logits (B, T, V), loss () or None."""
    B, T = idx.shape
    def through(h, rest):
        return h if not rest else through(rest[0](h), rest[1:])

    h = ln_f(through(tok[idx] + pos[:T], list(blocks)))
    logits = torch.einsum("btc,cv->btv", h, Wlm) + blm
    loss = None
    if tgt is not None:
        right = logits.gather(-1, tgt.unsqueeze(-1)).squeeze(-1)
        loss = (logits.logsumexp(-1) - right).mean()
    return logits, loss
# %% solution-generate
def draw(p, u):
    """p (B, V), rows of probabilities; u (B,), uniform in [0, 1) -> (B,) int: one token for each row."""
    out = []
    for sums_, r in zip(p.cumsum(1).tolist(), u.tolist()):
        out.append(next((i for i, c in enumerate(sums_) if c > r), len(sums_) - 1))
    return torch.tensor(out, device=p.device)
# %% solution-generate-text
def generate(probs_fn, idx, u, block_size):
    """idx (B, T) int: the beginning; u (B, n) -> (B, T + n) int: the beginning, and n more tokens."""
    if u.shape[1] == 0:
        return idx
    p = probs_fn(idx[:, -block_size:])[:, -1]
    longer = torch.cat([idx, draw(p, u[:, 0]).unsqueeze(1)], dim=1)
    return generate(probs_fn, longer, u[:, 1:], block_size)
# %% solution-sums
def sums(a, b, n):
    """a, b (B,) int, both below 10**n -> x (B, 3n) and y (B, 3n) int; y is -100 where the next token is the question's."""
    rows = []
    for i, j in zip(a.tolist(), b.tolist()):
        rows.append([int(c) for c in f"{i:0{n}d}{j:0{n}d}" + f"{i + j:0{n + 1}d}"[::-1]])
    text = torch.tensor(rows, device=a.device)
    x = text[:, :-1]
    y = text[:, 1:].masked_fill(torch.arange(3 * n, device=a.device) < 2 * n - 1, -100)
    return x, y
