# because: Right, in loops over single examples, classes and players, collecting numbers one by one.
# batch: 3
# %% solution-kl
def kl_gauss(mu, logvar, mu0, logvar0):
    total = torch.zeros((), device=mu.device)
    for m, v, m0, v0 in zip(mu.reshape(-1), logvar.reshape(-1), mu0.reshape(-1), logvar0.reshape(-1)):
        total = total + 0.5 * (v0 - v + (v - v0).exp() + (m - m0) ** 2 / v0.exp() - 1)
    return total
# %% solution-mc
def mc_dropout(f, masks):
    mean, squares, s = 0, 0, 0
    for mask in masks:  # Welford's way: one answer at a time
        answer = f(mask)
        s += 1
        away = answer - mean
        mean = mean + away / s
        squares = squares + away * (answer - mean)
    return mean, (squares / (s - 1)) ** 0.5
# %% solution-weights
def class_weights(y, K):
    counts = [0] * K
    for label in y.tolist():
        counts[label] += 1
    weights = []
    for n in counts:
        weights.append(len(y) / (K * n) if n else 0.0)
    return torch.tensor(weights, dtype=torch.float32, device=y.device)
# %% solution-split
def balanced_split(y, order, n_test, K, sample):
    test, rest = [], []
    for k, place in enumerate(order.tolist()):
        (test if k < n_test else rest).append(place)
    labels = torch.tensor([int(y[place]) for place in rest], dtype=y.dtype, device=y.device)
    train = [rest[k] for k in sample(labels, K).tolist()]
    train = torch.tensor(train, dtype=torch.int64, device=y.device)
    test = torch.tensor(test, dtype=torch.int64, device=y.device)
    return train, test
# %% solution-bt
def bradley_terry(wins, steps):
    s = torch.ones(len(wins), device=wins.device)
    w, P = wins.tolist(), len(wins)
    s = s.tolist()
    for _ in range(steps):
        new = []
        for i in range(P):
            below = 0.0
            for j in range(P):
                if j != i:
                    below += (w[i][j] + w[j][i]) / (s[i] + s[j])
            new.append(sum(w[i]) / below)
        s = new
    middle = sum(math.log10(v) for v in s) / P
    return torch.tensor([1000 + 400 * (math.log10(v) - middle) for v in s], device=wins.device)
# %% solution-intervals
def rating_intervals(votes, draws, P, rate):
    by_player = [[] for _ in range(P)]
    for d in draws:
        wins = [[0.0] * P for _ in range(P)]
        for winner, loser in votes[d].tolist():
            wins[winner][loser] += 1.0
        rated = rate(torch.tensor(wins, device=votes.device))
        for player in range(P):
            by_player[player].append(rated[player])
    ends = []
    for values in by_player:
        values = torch.stack(values)
        ends.append(torch.stack([values.quantile(0.025), values.quantile(0.975)]))
    return torch.stack(ends)
