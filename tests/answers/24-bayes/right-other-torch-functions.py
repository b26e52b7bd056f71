# because: Right, with less common torch functions: logaddexp, softplus, std_mean, lerp, nanquantile, tensor_split, index_add_, and Bradley-Terry in logarithms.
# batch: 3
# %% solution-nll
def gauss_nll(y, mu, logvar):
    scaled = torch.sub(y, mu).mul(torch.exp(logvar.mul(-0.5)))
    return torch.lerp(logvar, scaled.square(), 0.5).mean() + math.log(math.tau) / 2
# %% solution-mc
def mc_dropout(f, masks):
    std, mean = torch.std_mean(torch.stack(tuple(map(f, masks.unbind(0)))), dim=0, correction=1)
    return mean, std
# %% solution-temperature
def temperatures(logits, y, Ts):
    z = torch.stack([logits / T for T in Ts], dim=-1)  # (N, K, len(Ts))
    losses = F.cross_entropy(z, y[:, None].expand(-1, len(Ts)), reduction="none").mean(0)
    return min(zip(losses.tolist(), Ts))[1], losses
# %% solution-ci
def ci_mean(x, z=1.96):
    s, m = torch.std_mean(x, correction=1)
    return tuple(torch.add(m, s, alpha=side * z / math.sqrt(x.numel())) for side in (-1, 1))
# %% solution-bootstrap
def bootstrap(x, stat, draws):
    values = torch.empty(len(draws), device=x.device)
    for b, chosen in enumerate(draws.unbind()):
        values[b] = stat(torch.index_select(x, 0, chosen))
    values = values.msort()

    def at(q):
        place = q * (len(values) - 1)
        low = int(place)
        return torch.lerp(values[low], values[min(low + 1, len(values) - 1)], place - low)

    return at(0.025), at(0.975)
# %% solution-split
def balanced_split(y, order, n_test, K, sample):
    test, rest = torch.tensor_split(order, [n_test])
    train = torch.gather(rest, 0, sample(torch.index_select(y, 0, rest), K))
    return train, test
# %% solution-bt
def bradley_terry(wins, steps):
    r = torch.zeros(len(wins), device=wins.device)  # ln s
    W, n = wins.sum(1).log(), (wins + wins.T).log()  # ln 0 = -inf: no duels, no share in the sum
    for _ in range(steps):
        r = W - torch.logsumexp(n - torch.logaddexp(r[:, None], r[None, :]), dim=1)
    return 1000 + 400 / math.log(10) * (r - r.mean())
# %% solution-intervals
def rating_intervals(votes, draws, P, rate):
    duel = votes[:, 0] * P + votes[:, 1]
    ratings = [rate(torch.bincount(duel[d], minlength=P * P).float().view(P, P)) for d in draws]
    return torch.stack(ratings, 1).quantile(torch.tensor([0.025, 0.975], device=votes.device), dim=1).mT
