# because: Lists, dicts and loops where tensors are usual: calibration, places, baselines, curves.
# batch: 2
# %% solution-ece
def ece(p, y, bins):
    said, came = [[] for _ in range(bins)], [[] for _ in range(bins)]
    for a, b, k in zip(p.tolist(), y.tolist(), (p * bins).floor().long().tolist()):
        k = min(k, bins - 1)
        said[k].append(a)
        came[k].append(b)
    return sum(abs(math.fsum(a) - sum(b)) for a, b in zip(said, came)) / len(p)
# %% solution-ci
def ci_mean(x, z=1.96):
    import statistics

    values = x.tolist()
    middle, half = statistics.fmean(values), z * statistics.stdev(values) / math.sqrt(len(values))
    return middle - half, middle + half
# %% solution-weights
def class_weights(y, K):
    labels = y.tolist()
    counts = [labels.count(k) for k in range(K)]
    return torch.tensor([len(labels) / (K * n) if n else 0.0 for n in counts], device=y.device)
# %% solution-oversample
def oversample(y, K):
    places = [[i for i, label in enumerate(y.tolist()) if label == k] for k in range(K)]
    most = max(map(len, places))
    rows = [list(itertools.islice(itertools.cycle(row), most)) for row in places if row]
    return torch.tensor(rows, device=y.device).flatten()
# %% solution-pr
def pr_curve(scores, y):
    ranked = [t for _, t in sorted(zip(scores.tolist(), y.tolist()), reverse=True)]
    tp = list(itertools.accumulate(ranked))
    precision = torch.tensor([n / k for k, n in enumerate(tp, 1)], device=scores.device)
    recall = torch.tensor([n / tp[-1] for n in tp], device=scores.device)
    return precision, recall
# %% solution-baselines
def baselines(y_train, y_test, K):
    train, test = y_train.tolist(), y_test.tolist()
    favourite = max(range(K), key=train.count)
    accuracy = test.count(favourite) / len(test)
    loss = math.log(len(train)) - sum(math.log(train.count(label)) for label in test) / len(test)
    return accuracy, loss
# %% solution-intervals
def rating_intervals(votes, draws, P, rate):
    rows = []
    for draw in draws.tolist():
        table = [[0.0] * P for _ in range(P)]
        for i in draw:
            w, l = votes[i].tolist()
            table[w][l] += 1
        rows.append(rate(torch.tensor(table, device=votes.device)))
    ratings = torch.stack(rows, 1).float()
    return torch.stack([row.quantile(torch.tensor([0.025, 0.975], device=row.device)) for row in ratings])
