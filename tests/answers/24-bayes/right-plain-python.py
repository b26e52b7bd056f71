# because: plain numbers and lists, statistics, Counter
# batch: 1
# %% solution-nll
def gauss_nll(y, mu, logvar):
    total = 0.0
    for a, m, v in zip(y, mu, logvar):
        total = total + 0.5 * (math.log(2 * math.pi) + v + (a - m) ** 2 * torch.exp(-v))
    return total / len(y)
# %% solution-ci
def ci_mean(x, z=1.96):
    import statistics

    values = [float(v) for v in x]
    m, half = statistics.fmean(values), z * statistics.stdev(values) / math.sqrt(len(values))
    return m - half, m + half
# %% solution-bootstrap
def bootstrap(x, stat, draws):
    values = []
    for draw in draws.tolist():
        values.append(stat(torch.stack([x[i] for i in draw])))
    lo, hi = torch.stack(values).quantile(torch.tensor([0.025, 0.975], device=x.device, dtype=values[0].dtype))
    return lo, hi
# %% solution-oversample
def oversample(y, K):
    places = {k: [i for i, label in enumerate(y.tolist()) if label == k] for k in range(K)}
    most = max(map(len, places.values()))
    out = [p[j % len(p)] for p in places.values() if p for j in range(most)]
    return torch.tensor(out, dtype=torch.int64, device=y.device)
# %% solution-split
def balanced_split(y, order, n_test, K, sample):
    test, part = order.split([n_test, len(order) - n_test])
    train = torch.stack([part[i] for i in sample(y[part], K)])
    return train, test
# %% solution-f1
def f1(said, y):
    from collections import Counter

    n = Counter(zip(map(int, said), map(int, y)))
    tp, fp, fn = n[1, 1], n[1, 0], n[0, 1]
    share = lambda a, b: a / b if b else 0.0
    return share(tp, tp + fp), share(tp, tp + fn), share(2 * tp, 2 * tp + fp + fn)
# %% solution-pr
def pr_curve(scores, y):
    pairs = sorted(zip(scores.tolist(), y.tolist()), reverse=True)
    ones, tp, precision, recall = sum(label for _, label in pairs), 0, [], []
    for k, (_, label) in enumerate(pairs, 1):
        tp += label
        precision.append(tp / k)
        recall.append(tp / ones)
    return torch.tensor(precision, device=scores.device), torch.tensor(recall, device=scores.device)
