# because: recursion, running (Welford) formulas, itertools, collections, fractions and statistics from the standard library
# batch: 5
# %% solution-posterior
def posterior(cpts, evidence):
    """cpts {name: (causes, table)}, evidence {name: 0 or 1} -> {name: P(name = 1 | evidence)} for all names."""
    names = list(cpts)
    total, ones = 0.0, dict.fromkeys(names, 0.0)
    for values in itertools.product((0, 1), repeat=len(names)):
        world = dict(zip(names, values))  # such as {"data": 0, "bug": 1, "high": 1, "nan": 0}
        def weight(left):
            if not left:
                return 1.0
            first, *others = left
            if evidence.get(first, world[first]) != world[first]:
                return 0.0
            causes, table = cpts[first]
            q = table[tuple(map(world.__getitem__, causes))]
            return (q, 1 - q)[world[first] == 0] * weight(others)

        p = weight(names)
        total += p
        for name in names:
            ones[name] += p * world[name]
    return {name: ones[name] / total for name in names}

# %% solution-nll
def gauss_nll(y, mu, logvar):
    """y, mu, logvar (N,): truth, mean, log of the variance -> the mean negative log-likelihood, one number."""
    def density(v, m, lv):  # its logarithm
        sigma = torch.exp(lv / 2)
        return -(math.log(2 * math.pi) + lv + ((v - m) / sigma) ** 2) / 2

    def total(v, m, lv):
        if len(v) < 100:
            return density(v, m, lv).sum()
        h = len(v) // 2
        return total(v[:h], m[:h], lv[:h]) + total(v[h:], m[h:], lv[h:])

    return -total(y.flatten(), mu.flatten(), logvar.flatten()) / y.numel()

# %% solution-kl
def kl_gauss(mu, logvar, mu0, logvar0):
    """Means and log-variances of q and of p, all of one shape -> KL(q || p), summed over all weights: one number."""
    a, la, b, lb = (t.reshape(-1) for t in (mu, logvar, mu0, logvar0))
    if len(a) <= 1:
        return (0.5 * (lb - la + torch.exp(la - lb) + ((a - b) / torch.exp(lb / 2)) ** 2 - 1)).sum()
    h = len(a) // 2
    return kl_gauss(a[:h], la[:h], b[:h], lb[:h]) + kl_gauss(a[h:], la[h:], b[h:], lb[h:])

# %% solution-bayes
def bayes_linear(x, mu, logvar, eps):
    """x (N, I); mu, logvar (I, O) of the weights; eps (I, O) or (S, I, O) -> x @ W, (N, O) or (S, N, O)."""
    if eps.dim() > mu.dim():
        return torch.stack([bayes_linear(x, mu, logvar, e) for e in eps])
    return x @ mu + x @ (eps * (0.5 * logvar).exp())

# %% solution-mc
def mc_dropout(f, masks):
    """f(mask (H,)) -> predictions, masks (S, H) -> mean and std (with S - 1) of the S predictions."""
    first = f(masks[0])
    mean, squares = torch.zeros_like(first), torch.zeros_like(first)  # of the distances from the first answer
    for s, mask in enumerate(masks[1:], 2):
        out = f(mask) - first
        before = out - mean
        mean = mean + before / s
        squares = squares + before * (out - mean)
    return first + mean, (squares / (len(masks) - 1)).sqrt()

# %% solution-kinds
def aleatoric(logvars):
    """logvars (S, N): each net's log-variance for each example -> (N,): the mean of the variances."""
    if len(logvars) == 1:
        return logvars[0].exp()
    S = len(logvars)
    return aleatoric(logvars[:-1]) * ((S - 1) / S) + logvars[-1].exp() / S


def epistemic(mus):
    """mus (S, N): each net's mean for each example -> (N,): the variance of the means, divided by S."""
    mean, total = torch.zeros_like(mus[0]), torch.zeros_like(mus[0])
    for s, m in enumerate(mus[1:] - mus[0], 2):
        before = m - mean
        mean = mean + before / s
        total = total + before * (m - mean)
    return total / len(mus)

# %% solution-ece
def ece(p, y, bins):
    """p (N,) probabilities, y (N,) outcomes 0 or 1, bins a number -> the expected calibration error, one number."""
    place = [min(b, bins - 1) for b in (p * bins).long().tolist()]
    rows = sorted(zip(place, p.tolist(), y.tolist()))
    result = 0.0
    for _, group in itertools.groupby(rows, key=lambda r: r[0]):
        group = list(group)
        said = math.fsum(g[1] for g in group) / len(group)
        came = math.fsum(g[2] for g in group) / len(group)
        result += len(group) / len(rows) * abs(said - came)
    return result

# %% solution-temperature
def temperatures(logits, y, Ts):
    """logits (N, K), y (N,) int, Ts a list of floats -> the best temperature, and the losses (len(Ts),) of all."""
    def loss(T):
        z = logits / T
        return (z.logsumexp(1) - z.take_along_dim(y[:, None], 1)[:, 0]).mean()

    losses = list(map(loss, Ts))
    best = min(zip(map(float, losses), Ts))[1]
    return best, torch.stack(losses)

# %% solution-ci
def ci_mean(x, z=1.96):
    """x (n,) measurements -> the lower and the upper end of the confidence interval of their mean."""
    import statistics

    values = [float(v) for v in x]
    mean, s = statistics.fmean(values), statistics.stdev(values)
    half = z * s * len(values) ** -0.5
    return tuple(mean + sign * half for sign in (-1, 1))

# %% solution-bootstrap
def bootstrap(x, stat, draws):
    """x (n,) or (n, D), stat(examples) -> a number, draws (B, n) int -> the ends of the 95 % interval of stat(x)."""
    def results(k):
        return [] if k == len(draws) else [stat(x[draws[k]])] + results(k + 1)

    values = torch.stack([stat(x[d]) for d in draws] if len(draws) > 200 else results(0))
    return values.quantile(0.025), values.quantile(0.975)

# %% solution-weights
def class_weights(y, K):
    """y (N,) int, labels from 0 to K - 1 -> (K,) float32: N / (K n_k), and 0 for a class that does not occur."""
    from collections import Counter

    n = Counter(y.tolist())
    return torch.tensor([len(y) / K / n[k] if k in n else 0 for k in range(K)], dtype=torch.float32, device=y.device)

# %% solution-oversample
def oversample(y, K):
    """y (N,) int, labels from 0 to K - 1 -> places in y (int64), equally many for each class that occurs."""
    labels = y.tolist()
    rows = [[i for i, label in enumerate(labels) if label == k] for k in range(K)]
    most = max(map(len, rows))
    turns = (itertools.islice(itertools.cycle(row), most) for row in rows)
    return torch.tensor(list(itertools.chain.from_iterable(turns)), dtype=torch.int64, device=y.device)

# %% solution-split
def balanced_split(y, order, n_test, K, sample):
    """y (N,) int, order (N,) shuffled places, sample(labels, K) -> places -> train and test, places in y (int64)."""
    places = order.tolist()
    test = torch.tensor(places[:n_test], dtype=torch.int64, device=y.device)
    name = dict(enumerate(places[n_test:]))  # place in the part -> place in y
    part = torch.stack([y[i] for i in name.values()])
    train = torch.tensor([name[i] for i in sample(part, K).tolist()], dtype=torch.int64, device=y.device)
    return train, test

# %% solution-f1
def f1(said, y):
    """said, y (N,) of 0 and 1: what was said, what is true -> precision, recall and F1, three numbers."""
    from fractions import Fraction

    def share(a, b):
        return Fraction(a, b) if b else Fraction(0)

    hits = sum(1 for pair in zip(said.tolist(), y.tolist()) if pair == (1, 1))
    precision = share(hits, int(said.sum()))
    recall = share(hits, int(y.sum()))
    both = 2 * precision * recall / (precision + recall) if hits else Fraction(0)
    precision, recall, both = map(float, (precision, recall, both))
    return precision, recall, both

# %% solution-pr
def pr_curve(scores, y):
    """scores (N,), y (N,) of 0 and 1 -> precision and recall (N,) float32, from the highest score down."""
    order = sorted(range(len(scores)), key=scores.tolist().__getitem__)[::-1]
    tp = list(itertools.accumulate(int(y[i]) for i in order))
    precision = torch.tensor([t / k for k, t in enumerate(tp, 1)], device=scores.device)
    recall = torch.tensor([t / tp[-1] for t in tp], device=scores.device)
    return precision, recall

# %% solution-baselines
def baselines(y_train, y_test, K):
    """Labels (N,), (M,) int from 0 to K - 1 -> accuracy and mean cross-entropy of the baselines on the test labels."""
    from collections import Counter

    n, m = Counter(y_train.tolist()), Counter(y_test.tolist())
    accuracy = m[n.most_common(1)[0][0]] / len(y_test)
    loss = sum(m[k] * (math.log(len(y_train)) - math.log(n[k])) for k in m) / len(y_test)
    return accuracy, loss

# %% solution-bt
def bradley_terry(wins, steps):
    """wins (P, P) float, wins[i, j] how often i beat j -> Elo ratings (P,) after so many steps, their mean 1000."""
    s = torch.ones(len(wins), device=wins.device)
    duels, won = wins + wins.T, wins.sum(1)

    def after(k):
        if k == 0:
            return s
        old = after(k - 1)
        return won / (duels / (old[:, None] + old)).sum(1)

    strengths = after(steps)
    return 1000 + 400 * (strengths / strengths.log().mean().exp()).log10()

# %% solution-intervals
def rating_intervals(votes, draws, P, rate):
    """votes (n, 2) int: winner, loser; draws (B, n) int; rate(wins (P, P)) -> (P,) -> intervals (P, 2) float32."""
    from collections import Counter

    pairs = [tuple(v) for v in votes.tolist()]

    def rated(draw):
        counts = Counter(pairs[k] for k in draw)
        return rate(torch.tensor([[float(counts[i, j]) for j in range(P)] for i in range(P)], device=votes.device))

    columns = torch.stack([rated(d) for d in draws.tolist()]).float().unbind(1)
    return torch.stack([torch.stack([c.quantile(0.025), c.quantile(0.975)]) for c in columns])
