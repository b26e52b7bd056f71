# because: Probabilities as exponentials of sums of logarithms, losses by logsumexp, counts by one_hot products.
# batch: 2
# %% solution-posterior
def posterior(cpts, evidence):
    names = list(cpts)
    total, ones = 0.0, dict.fromkeys(names, 0.0)
    for values in itertools.product((0, 1), repeat=len(names)):
        world = dict(zip(names, values))
        agrees = all(world[name] == seen for name, seen in evidence.items())
        p = agrees * math.prod(
            abs(1 - world[name] - table[tuple(map(world.get, causes))]) for name, (causes, table) in cpts.items()
        )
        total += p
        for name in names:
            ones[name] += p * world[name]
    return {name: ones[name] / total for name in names}
# %% solution-nll
def gauss_nll(y, mu, logvar):
    z = (y - mu) * torch.exp(-logvar / 2)
    return (math.log(2 * math.pi) + torch.mean(logvar + z * z)) / 2
# %% solution-kl
def kl_gauss(mu, logvar, mu0, logvar0):
    d = logvar - logvar0
    return (torch.expm1(d) - d + (mu - mu0).pow(2) * (-logvar0).exp()).sum() / 2
# %% solution-temperature
def temperatures(logits, y, Ts):
    T = torch.tensor(Ts, dtype=logits.dtype, device=logits.device)
    z = logits[None] / T[:, None, None]
    right = z.gather(2, y.expand(len(Ts), -1)[..., None])[..., 0]
    losses = (z.logsumexp(2) - right).mean(1)
    return min(zip(losses.tolist(), Ts))[1], losses
# %% solution-f1
def f1(said, y):
    table = torch.zeros(2, 2)
    for s, t in zip(said.tolist(), y.tolist()):
        table[int(s), int(t)] += 1
    precision, recall = (torch.nan_to_num(table[1, 1] / n).item() for n in (table[1].sum(), table[:, 1].sum()))
    both = 0.0 if table[1, 1] == 0 else 2 / (1 / precision + 1 / recall)
    return precision, recall, both
# %% solution-bt
def bradley_terry(wins, steps):
    s = torch.ones(len(wins), device=wins.device)
    for _ in range(steps):
        s = torch.stack([w.sum() / ((w + wins[:, i]) / (s + s[i])).sum() for i, w in enumerate(wins)])
    elo = 400 * s.log10()
    return elo - elo.mean() + 1000
