# because: plain Python lists, math and hand-written loops nearly everywhere, torch only where gradients or tensors are asked for
# batch: 5
# %% solution-posterior
def posterior(cpts, evidence):
    """cpts {name: (causes, table)}, evidence {name: 0 or 1} -> {name: P(name = 1 | evidence)} for all names."""
    names = list(cpts)
    total, ones = 0.0, dict.fromkeys(names, 0.0)
    for values in itertools.product((0, 1), repeat=len(names)):
        world = dict(zip(names, values))  # such as {"data": 0, "bug": 1, "high": 1, "nan": 0}
        p = 1.0
        for name in names:
            causes, table = cpts[name]
            key = ()
            for cause in causes:
                key = key + (world[cause],)
            if world[name] == 1:
                p = p * table[key]
            else:
                p = p * (1.0 - table[key])
        for name in evidence:
            if evidence[name] != world[name]:
                p = 0.0
        total += p
        for name in names:
            ones[name] += p * world[name]
    return {name: ones[name] / total for name in names}

# %% solution-nll
def gauss_nll(y, mu, logvar):
    """y, mu, logvar (N,): truth, mean, log of the variance -> the mean negative log-likelihood, one number."""
    total = 0.0
    parts = zip(y.reshape(-1).split(64), mu.reshape(-1).split(64), logvar.reshape(-1).split(64))
    for yy, mm, ll in parts:
        z = (yy - mm) * torch.exp(-ll / 2)
        total = total + (ll + z * z).sum()
    return (total / y.numel() + math.log(2 * math.pi)) / 2

# %% solution-kl
def kl_gauss(mu, logvar, mu0, logvar0):
    """Means and log-variances of q and of p, all of one shape -> KL(q || p), summed over all weights: one number."""
    total = 0.0
    for a, la, b, lb in zip(mu.reshape(-1), logvar.reshape(-1), mu0.reshape(-1), logvar0.reshape(-1)):
        total = total + lb - la + (la - lb).exp() + ((a - b) * (-lb / 2).exp()) ** 2 - 1
    return total / 2

# %% solution-bayes
def bayes_linear(x, mu, logvar, eps):
    """x (N, I); mu, logvar (I, O) of the weights; eps (I, O) or (S, I, O) -> x @ W, (N, O) or (S, N, O)."""
    sigma = math.e ** (logvar / 2)
    if eps.dim() == 2:
        return x @ (mu + sigma * eps)
    results = []
    for one in eps:
        results.append(x @ (mu + sigma * one))
    return torch.stack(results)

# %% solution-mc
def mc_dropout(f, masks):
    """f(mask (H,)) -> predictions, masks (S, H) -> mean and std (with S - 1) of the S predictions."""
    answers = []
    for mask in masks:
        answers.append(f(mask))
    S = len(answers)
    mean = sum(answers) / S
    squares = 0
    for answer in answers:
        squares = squares + (answer - mean) ** 2
    return mean, (squares / (S - 1)) ** 0.5

# %% solution-kinds
def aleatoric(logvars):
    """logvars (S, N): each net's log-variance for each example -> (N,): the mean of the variances."""
    out = []
    for column in zip(*logvars.tolist()):
        out.append(sum(math.exp(v) for v in column) / len(column))
    return torch.tensor(out, dtype=logvars.dtype, device=logvars.device)


def epistemic(mus):
    """mus (S, N): each net's mean for each example -> (N,): the variance of the means, divided by S."""
    out = []
    for column in zip(*mus.tolist()):
        centre = sum(column) / len(column)
        out.append(sum((v - centre) ** 2 for v in column) / len(column))
    return torch.tensor(out, dtype=mus.dtype, device=mus.device)

# %% solution-ece
def ece(p, y, bins):
    """p (N,) probabilities, y (N,) outcomes 0 or 1, bins a number -> the expected calibration error, one number."""
    said, came, count = [0.0] * bins, [0] * bins, [0] * bins
    for prob, outcome in zip(p.tolist(), y.tolist()):
        b = math.floor(prob * bins)
        if b == bins:
            b = bins - 1
        said[b] += prob
        came[b] += outcome
        count[b] += 1
    total = 0.0
    for b in range(bins):
        if count[b]:
            total += count[b] / len(p) * abs(said[b] / count[b] - came[b] / count[b])
    return total

# %% solution-temperature
def temperatures(logits, y, Ts):
    """logits (N, K), y (N,) int, Ts a list of floats -> the best temperature, and the losses (len(Ts),) of all."""
    rows, labels = logits.tolist(), y.tolist()
    losses = []
    for T in Ts:
        total = 0.0
        for z, label in zip(rows, labels):
            z = [v / T for v in z]
            top = max(z)
            total += top + math.log(sum(math.exp(v - top) for v in z)) - z[label]
        losses.append(total / len(labels))
    return Ts[losses.index(min(losses))], torch.tensor(losses, device=logits.device)

# %% solution-ci
def ci_mean(x, z=1.96):
    """x (n,) measurements -> the lower and the upper end of the confidence interval of their mean."""
    values = x.tolist()
    n = len(values)
    mean = sum(values) / n
    s = math.sqrt(sum((v - mean) ** 2 for v in values) / (n - 1))
    return mean - z * s / math.sqrt(n), mean + z * s / math.sqrt(n)

# %% solution-bootstrap
def bootstrap(x, stat, draws):
    """x (n,) or (n, D), stat(examples) -> a number, draws (B, n) int -> the ends of the 95 % interval of stat(x)."""
    values = []
    for places in draws.tolist():
        values.append(float(stat(torch.stack([x[i] for i in places]))))
    values.sort()
    ends = []
    for q in (0.025, 0.975):
        at = q * (len(values) - 1)
        low = int(at)
        high = min(low + 1, len(values) - 1)
        ends.append(values[low] + (at - low) * (values[high] - values[low]))
    return ends[0], ends[1]

# %% solution-weights
def class_weights(y, K):
    """y (N,) int, labels from 0 to K - 1 -> (K,) float32: N / (K n_k), and 0 for a class that does not occur."""
    counts = [0] * K
    for label in y.tolist():
        counts[label] += 1
    return torch.tensor([len(y) / (K * n) if n else 0.0 for n in counts], device=y.device)

# %% solution-oversample
def oversample(y, K):
    """y (N,) int, labels from 0 to K - 1 -> places in y (int64), equally many for each class that occurs."""
    places = [[] for _ in range(K)]
    for i, label in enumerate(y.tolist()):
        places[label].append(i)
    most = max(len(row) for row in places)
    out = []
    for row in places:
        if row:
            for t in range(most):
                out.append(row[t % len(row)])
    return torch.tensor(out, dtype=torch.int64, device=y.device)

# %% solution-split
def balanced_split(y, order, n_test, K, sample):
    """y (N,) int, order (N,) shuffled places, sample(labels, K) -> places -> train and test, places in y (int64)."""
    test, rest = order[:n_test], order[n_test:].tolist()
    labels = []
    for place in rest:
        labels.append(int(y[place]))
    chosen = sample(torch.tensor(labels, dtype=y.dtype, device=y.device), K).tolist()
    train = torch.tensor([rest[c] for c in chosen], dtype=torch.int64, device=y.device)
    return train, test

# %% solution-f1
def f1(said, y):
    """said, y (N,) of 0 and 1: what was said, what is true -> precision, recall and F1, three numbers."""
    TP = FP = FN = 0
    for a, b in zip(said.tolist(), y.tolist()):
        if a and b:
            TP += 1
        elif a:
            FP += 1
        elif b:
            FN += 1
    precision = recall = both = 0.0
    if TP > 0:
        precision = TP / (TP + FP)
        recall = TP / (TP + FN)
        both = 2 * precision * recall / (precision + recall)
    return precision, recall, both

# %% solution-pr
def pr_curve(scores, y):
    """scores (N,), y (N,) of 0 and 1 -> precision and recall (N,) float32, from the highest score down."""
    pairs = sorted(zip(scores.tolist(), y.tolist()), reverse=True)
    ones = sum(label for _, label in pairs)
    precision, recall, found = [], [], 0
    for k, (_, label) in enumerate(pairs, 1):
        found += label
        precision.append(found / k)
        recall.append(found / ones)
    precision = torch.tensor(precision, dtype=torch.float32, device=scores.device)
    recall = torch.tensor(recall, dtype=torch.float32, device=scores.device)
    return precision, recall

# %% solution-baselines
def baselines(y_train, y_test, K):
    """Labels (N,), (M,) int from 0 to K - 1 -> accuracy and mean cross-entropy of the baselines on the test labels."""
    train, test = y_train.tolist(), y_test.tolist()
    counts = [train.count(k) for k in range(K)]
    favourite = counts.index(max(counts))
    accuracy = test.count(favourite) / len(test)
    loss = 0.0
    for label in test:
        loss -= math.log(counts[label] / len(train)) / len(test)
    return accuracy, loss

# %% solution-bt
def bradley_terry(wins, steps):
    """wins (P, P) float, wins[i, j] how often i beat j -> Elo ratings (P,) after so many steps, their mean 1000."""
    s = torch.ones(len(wins), device=wins.device)
    w = wins.tolist()
    P = len(w)
    strengths = [1.0] * P
    for _ in range(steps):
        new = []
        for i in range(P):
            below = 0.0
            for j in range(P):
                if j != i:
                    below += (w[i][j] + w[j][i]) / (strengths[i] + strengths[j])
            new.append(sum(w[i]) / below)
        strengths = new
    logs = [math.log10(v) for v in strengths]
    middle = sum(logs) / P
    return torch.tensor([1000 + 400 * (v - middle) for v in logs], dtype=s.dtype, device=s.device)

# %% solution-intervals
def rating_intervals(votes, draws, P, rate):
    """votes (n, 2) int: winner, loser; draws (B, n) int; rate(wins (P, P)) -> (P,) -> intervals (P, 2) float32."""
    pairs = votes.tolist()
    ratings = []
    for draw in draws.tolist():
        table = [[0.0] * P for _ in range(P)]
        for v in draw:
            winner, loser = pairs[v]
            table[winner][loser] += 1.0
        ratings.append(rate(torch.tensor(table, device=votes.device)).tolist())
    out = []
    for values in zip(*ratings):
        values = sorted(values)
        ends = []
        for q in (0.025, 0.975):
            at = q * (len(values) - 1)
            low = math.floor(at)
            high = math.ceil(at)
            ends.append(values[low] * (1 - at + low) + values[high] * (at - low))
        out.append(ends)
    return torch.tensor(out, dtype=torch.float32, device=votes.device)
