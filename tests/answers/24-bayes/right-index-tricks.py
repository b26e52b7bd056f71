# because: scatter_add for bins and classes, remainders for repeating, booleans as matrices, log ratings in the iteration.
# batch: 2
# %% solution-ece
def ece(p, y, bins):
    b = (p * bins).long().clamp(0, bins - 1)
    gaps = torch.zeros(bins, dtype=p.dtype, device=p.device).scatter_add(0, b, p - y.to(p.dtype))
    return gaps.abs().sum() / p.numel()
# %% solution-weights
def class_weights(y, K):
    n = torch.zeros(K, device=y.device).index_add(0, y, torch.ones(len(y), device=y.device))
    return torch.where(n > 0, len(y) / (K * n.clamp(min=1)), 0.0)
# %% solution-oversample
def oversample(y, K):
    counts = y.bincount(minlength=K)
    places = y.argsort(stable=True)
    ends = counts.cumsum(0)
    k = torch.arange(int(counts.max()), device=y.device)
    return torch.cat([places[ends[c] - counts[c] + k % counts[c]] for c in range(K) if counts[c] > 0])
# %% solution-f1
def f1(said, y):
    tp = float((said.bool() & y.bool()).sum())
    called, ill = float(said.sum()), float(y.sum())
    precision = tp / called if called else 0.0
    recall = tp / ill if ill else 0.0
    both = 2 * tp / (called + ill) if tp else 0.0
    return precision, recall, both
# %% solution-bayes
def bayes_linear(x, mu, logvar, eps):
    W = torch.addcmul(mu, (logvar / 2).exp(), eps)
    return F.linear(x, W.T) if W.dim() == 2 else torch.stack([x.mm(w) for w in W])
# %% solution-bt
def bradley_terry(wins, steps):
    s = torch.ones(len(wins), device=wins.device)
    duels = wins + wins.mT
    for _ in range(steps):
        s = wins.sum(1) / torch.einsum("ij,ij->i", duels, 1 / torch.add(s[:, None], s))
        s = s / s.log().mean().exp()
    return 1000 + 400 / math.log(10) * s.log()
