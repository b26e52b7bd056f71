# because: math.prod, einsum, one-hot products, histograms by bincount with weights
# batch: 1
# %% solution-posterior
def posterior(cpts, evidence):
    names = list(cpts)
    total, ones = 0.0, dict.fromkeys(names, 0.0)
    for values in itertools.product((0, 1), repeat=len(names)):
        world = dict(zip(names, values))  # such as {"data": 0, "bug": 1, "high": 1, "nan": 0}
        agrees = {**world, **evidence} == world
        p = agrees * math.prod(abs(1 - world[v] - t[tuple(map(world.get, c))]) for v, (c, t) in cpts.items())
        total += p
        for name in names:
            ones[name] += p * world[name]
    return {name: ones[name] / total for name in names}
# %% solution-bayes
def bayes_linear(x, mu, logvar, eps):
    W = torch.addcmul(mu, logvar.mul(0.5).exp(), eps)
    return torch.einsum("ni,...io->...no", x, W)
# %% solution-ece
def ece(p, y, bins):
    b = (p * bins).long().clamp(max=bins - 1)
    return torch.bincount(b, weights=(p - y.to(p.dtype)).double(), minlength=bins).abs().sum() / len(p)
# %% solution-weights
def class_weights(y, K):
    n = F.one_hot(y.long(), K).sum(0)
    return torch.where(n > 0, len(y) / (K * n.clamp(min=1)), 0.0).float()
# %% solution-baselines
def baselines(y_train, y_test, K):
    n, m = (torch.bincount(v, minlength=K).double() for v in (y_train, y_test))
    share = n / n.sum()
    return m[n.argmax()] / m.sum(), -(m * share.log()).sum() / m.sum()
# %% solution-bt
def bradley_terry(wins, steps):
    s = torch.ones(len(wins), device=wins.device)
    n, W = wins + wins.T, wins.sum(1)
    for _ in range(steps):
        s = W / torch.einsum("ij,ij->i", n, 1 / (s[:, None] + s))
        s = s / s.log().mean().exp()
    elo = 400 / math.log(10) * s.log()
    return elo - elo.mean() + 1000
# %% solution-intervals
def rating_intervals(votes, draws, P, rate):
    W, L = F.one_hot(votes[:, 0], P).float(), F.one_hot(votes[:, 1], P).float()
    times = torch.stack([torch.bincount(d, minlength=len(votes)) for d in draws]).float()
    tables = torch.einsum("bn,np,nq->bpq", times, W, L)
    R = torch.stack([rate(t) for t in tables])
    return torch.stack([R.quantile(q, dim=0) for q in (0.025, 0.975)], dim=-1).float()
