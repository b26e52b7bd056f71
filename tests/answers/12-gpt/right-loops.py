# because: plain Python loops and stacks where the text suggests vectors
# batch: 2
# %% solution-batch
def get_batch(data, starts, T):
    rows = [data[s : s + T + 1] for s in starts.tolist()]
    both = torch.stack(rows)
    return both[:, :-1].clone(), both[:, 1:].clone()
# %% solution-heads
def multi_head(x, Wq, Wk, Wv, Wo, bo):
    B, T, C = x.shape
    n_head, _, hs = Wq.shape
    total = bo.expand(B, T, bo.shape[0])
    for i in range(n_head):  # sum of per-head projections instead of cat
        q, k, v = x @ Wq[i], x @ Wk[i], x @ Wv[i]
        s = torch.einsum("bts,bus->btu", q, k) / hs**0.5
        s = torch.where(tril[:T, :T].bool(), s, torch.full_like(s, float("-inf")))
        total = total + F.softmax(s, dim=2) @ v @ Wo[i * hs : (i + 1) * hs]
    return total
# %% solution-fused
def fuse(Wq, Wk, Wv):
    return torch.cat([M for W in (Wq, Wk, Wv) for M in W], dim=1)
# %% solution-dropout
def dropout(x, p, u, training):
    if not training:
        return x.clone()
    out = [(0.0 * a if b < p else a / (1 - p)) for a, b in zip(x.flatten(), u.flatten())]
    return torch.stack(out).view(x.shape)
# %% solution-generate
def draw(p, u):
    out = []
    for cum, ui in zip(p.cumsum(1), u):
        for k in range(len(cum)):
            if cum[k] > ui:
                break
        out.append(k)
    return torch.tensor(out, device=p.device)
# %% solution-sums
def sums(a, b, n):
    rows = []
    for i, j in zip(a.tolist(), b.tolist()):
        rows.append([int(c) for c in f"{i:0{n}d}{j:0{n}d}" + f"{i + j:0{n + 1}d}"[::-1]])
    text = torch.tensor(rows, device=a.device)
    x = text[:, : 3 * n]
    y = torch.cat([torch.full((len(a), 2 * n - 1), -100, device=a.device), text[:, 2 * n :]], dim=1)
    return x, y
