# because: recursion over the factors, Welford's running mean and spread, sums of squares, masks
# batch: 1
# %% solution-posterior
def posterior(cpts, evidence):
    names = list(cpts)
    total, ones = 0.0, dict.fromkeys(names, 0.0)
    for values in itertools.product((0, 1), repeat=len(names)):
        world = dict(zip(names, values))  # such as {"data": 0, "bug": 1, "high": 1, "nan": 0}

        def factor(left):
            if not left:
                return 1.0
            v, rest = left[0], left[1:]
            if evidence.get(v, world[v]) != world[v]:
                return 0.0
            causes, table = cpts[v]
            one = table[tuple(world[c] for c in causes)]
            return [1 - one, one][world[v]] * factor(rest)

        p = factor(names)
        total += p
        for name in names:
            ones[name] += p * world[name]
    return {name: ones[name] / total for name in names}
# %% solution-bayes
def bayes_linear(x, mu, logvar, eps):
    sigma = (logvar / 2).exp()
    if eps.dim() > mu.dim():
        return torch.stack([bayes_linear(x, mu, logvar, e) for e in eps])
    return x @ mu + x @ (sigma * eps)
# %% solution-mc
def mc_dropout(f, masks):
    mean, M2 = 0.0, 0.0
    for k, mask in enumerate(masks, 1):
        answer = f(mask)
        d = answer - mean
        mean = mean + d / k
        M2 = M2 + d * (answer - mean)
    return mean, (M2 / (len(masks) - 1)).sqrt()
# %% solution-ece
def ece(p, y, bins):
    total = 0.0
    for b in range(bins):
        inside = (p * bins).floor().clamp(max=bins - 1) == b
        total = total + (p[inside].sum() - y[inside].sum()).abs()
    return total / p.numel()
# %% solution-ci
def ci_mean(x, z=1.96):
    n = len(x)
    m = x.sum() / n
    error = ((x - m).square().sum() / (n * (n - 1))).sqrt()
    return tuple(m + sign * z * error for sign in (-1, 1))
# %% solution-weights
def class_weights(y, K):
    out = torch.zeros(K, device=y.device)
    for k in y.unique().tolist():
        out[k] = len(y) / K / (y == k).sum()
    return out
# %% solution-bt
def bradley_terry(wins, steps):
    P = len(wins)
    table = wins.double().tolist()
    s = [1.0] * P
    for _ in range(steps):
        s = [
            sum(table[i]) / sum((table[i][j] + table[j][i]) / (s[i] + s[j]) for j in range(P))
            for i in range(P)
        ]
    logs = [math.log10(a) for a in s]
    middle = sum(logs) / P
    return torch.tensor([1000 + 400 * (a - middle) for a in logs], device=wins.device)
