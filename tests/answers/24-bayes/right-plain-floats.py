# because: Right, in plain Python: lists, zip, Counter, cycle and recursion where others use tensors; plain floats come back.
# batch: 3
# %% solution-posterior
def posterior(cpts, evidence):
    """cpts {name: (causes, table)}, evidence {name: 0 or 1} -> {name: P(name = 1 | evidence)} for all names."""
    names = list(cpts)
    total, ones = 0.0, dict.fromkeys(names, 0.0)
    for values in itertools.product((0, 1), repeat=len(names)):
        world = dict(zip(names, values))  # such as {"data": 0, "bug": 1, "high": 1, "nan": 0}
        def factor(rest):
            if not rest:
                return 1.0
            name = rest[0]
            if world[name] != evidence.get(name, world[name]):
                return 0.0
            causes, table = cpts[name]
            one = table[tuple(map(world.get, causes))]
            return (1 - one, one)[world[name]] * factor(rest[1:])

        p = factor(names)
        total += p
        for name in names:
            ones[name] += p * world[name]
    return {name: ones[name] / total for name in names}
# %% solution-ece
def ece(p, y, bins):
    said, came = [[] for _ in range(bins)], [[] for _ in range(bins)]
    for b, q, t in zip((p * bins).long().tolist(), p.tolist(), y.tolist()):
        said[min(b, bins - 1)].append(q)
        came[min(b, bins - 1)].append(t)
    return sum(abs(sum(s) - sum(c)) for s, c in zip(said, came)) / len(p)  # n_b cancels
# %% solution-oversample
def oversample(y, K):
    members = {}
    for place, label in enumerate(y.tolist()):
        members.setdefault(label, []).append(place)
    most = max(map(len, members.values()))
    found = []
    for label in sorted(members):
        found.extend(itertools.islice(itertools.cycle(members[label]), most))
    return torch.tensor(found, dtype=torch.int64, device=y.device)
# %% solution-f1
def f1(said, y):
    pairs = list(zip(map(int, said.tolist()), map(int, y.tolist())))
    tp, fp, fn = (pairs.count(pair) for pair in ((1, 1), (1, 0), (0, 1)))
    if tp == 0:  # then each of the three is 0, or has 0 below the line
        return 0.0, 0.0, 0.0
    precision, recall, both = tp / (tp + fp), tp / (tp + fn), 2 * tp / (2 * tp + fp + fn)
    return precision, recall, both
# %% solution-baselines
def baselines(y_train, y_test, K):
    from collections import Counter

    seen, asked = Counter(y_train.tolist()), Counter(y_test.tolist())
    N, M = sum(seen.values()), sum(asked.values())
    accuracy = asked[seen.most_common(1)[0][0]] / M
    loss = sum(n * (math.log(N) - math.log(seen[k])) for k, n in asked.items()) / M
    return accuracy, loss
