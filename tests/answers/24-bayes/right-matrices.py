# because: one-hot matrices, einsum and pairwise differences instead of means, counts and sorting
# batch: 5
# %% solution-posterior
def posterior(cpts, evidence):
    """cpts {name: (causes, table)}, evidence {name: 0 or 1} -> {name: P(name = 1 | evidence)} for all names."""
    names = list(cpts)
    total, ones = 0.0, dict.fromkeys(names, 0.0)
    for values in itertools.product((0, 1), repeat=len(names)):
        world = dict(zip(names, values))  # such as {"data": 0, "bug": 1, "high": 1, "nan": 0}
        agrees = [float(world[k] == v) for k, v in evidence.items()]
        factors = [
            (1 - world[v]) + (2 * world[v] - 1) * table[tuple(world[c] for c in causes)]
            for v, (causes, table) in cpts.items()
        ]
        p = math.prod(agrees + factors)
        total += p
        for name in names:
            ones[name] += p * world[name]
    return {name: ones[name] / total for name in names}

# %% solution-nll
def gauss_nll(y, mu, logvar):
    """y, mu, logvar (N,): truth, mean, log of the variance -> the mean negative log-likelihood, one number."""
    z = ((y - mu) * torch.exp(-0.5 * logvar)).flatten()
    ones = torch.ones_like(z)
    return 0.5 * math.log(2 * math.pi) + (torch.einsum("i,i->", z, z) + ones @ logvar.flatten()) / (2 * len(z))

# %% solution-kl
def kl_gauss(mu, logvar, mu0, logvar0):
    """Means and log-variances of q and of p, all of one shape -> KL(q || p), summed over all weights: one number."""
    ratio = (logvar - logvar0).flatten()
    far = ((mu - mu0) * torch.exp(-logvar0 / 2)).flatten()
    return 0.5 * (torch.einsum("i,i->", far, far) + (ratio.exp() - ratio - 1).sum())

# %% solution-bayes
def bayes_linear(x, mu, logvar, eps):
    """x (N, I); mu, logvar (I, O) of the weights; eps (I, O) or (S, I, O) -> x @ W, (N, O) or (S, N, O)."""
    return torch.einsum("ni,...io->...no", x, mu + torch.exp(0.5 * logvar) * eps)

# %% solution-mc
def mc_dropout(f, masks):
    """f(mask (H,)) -> predictions, masks (S, H) -> mean and std (with S - 1) of the S predictions."""
    outs = torch.stack([f(m) for m in masks])
    S = len(outs)
    flat = (outs - outs[:1]).reshape(S, -1)  # from the first answer: small numbers
    centring = torch.eye(S, device=flat.device, dtype=flat.dtype) - 1 / S
    mean = outs[0] + (flat.sum(0) / S).reshape(outs.shape[1:])
    off = centring @ flat
    std = torch.einsum("sn,sn->n", off, off).div(S - 1).sqrt().reshape(outs.shape[1:])
    return mean, std

# %% solution-kinds
def aleatoric(logvars):
    """logvars (S, N): each net's log-variance for each example -> (N,): the mean of the variances."""
    S = logvars.shape[0]
    return torch.einsum("sn->n", logvars.exp()) / S


def epistemic(mus):
    """mus (S, N): each net's mean for each example -> (N,): the variance of the means, divided by S."""
    # half the mean squared difference of two nets chosen at random
    return 0.5 * (mus[:, None] - mus[None, :]).square().mean(dim=(0, 1))

# %% solution-ece
def ece(p, y, bins):
    """p (N,) probabilities, y (N,) outcomes 0 or 1, bins a number -> the expected calibration error, one number."""
    member = F.one_hot((p * bins).floor().long().clamp(max=bins - 1), bins).to(p.dtype)  # (N, bins)
    return (member.T @ (p - y.to(p.dtype))).abs().sum() / len(p)

# %% solution-temperature
def temperatures(logits, y, Ts):
    """logits (N, K), y (N,) int, Ts a list of floats -> the best temperature, and the losses (len(Ts),) of all."""
    scaled = logits[None] / torch.tensor(Ts, device=logits.device)[:, None, None]  # (T, N, K)
    right = F.one_hot(y, logits.shape[1]).to(logits.dtype)
    losses = -torch.einsum("tnk,nk->t", scaled.log_softmax(-1), right) / len(y)
    return float(Ts[int(losses.min(0).indices)]), losses

# %% solution-ci
def ci_mean(x, z=1.96):
    """x (n,) measurements -> the lower and the upper end of the confidence interval of their mean."""
    n = len(x)
    differences = x[:, None] - x[None, :]
    variance = differences.pow(2).sum() / (2 * n * (n - 1))
    mean = x[0] - differences[0].mean()
    half = z * (variance / n).sqrt()
    return mean - half, mean + half

# %% solution-bootstrap
def bootstrap(x, stat, draws):
    """x (n,) or (n, D), stat(examples) -> a number, draws (B, n) int -> the ends of the 95 % interval of stat(x)."""
    B, n = draws.shape
    picked = x.index_select(0, draws.reshape(-1)).reshape(B, n, *x.shape[1:])
    values = torch.stack([stat(examples) for examples in picked.unbind(0)]).float()
    return tuple(torch.quantile(values, torch.tensor([0.025, 0.975], device=values.device)))

# %% solution-weights
def class_weights(y, K):
    """y (N,) int, labels from 0 to K - 1 -> (K,) float32: N / (K n_k), and 0 for a class that does not occur."""
    n = (y[:, None] == torch.arange(K, device=y.device)).sum(0)
    return ((n > 0) * (len(y) / (K * n.clamp(min=1)))).float()

# %% solution-oversample
def oversample(y, K):
    """y (N,) int, labels from 0 to K - 1 -> places in y (int64), equally many for each class that occurs."""
    n = F.one_hot(y, K).sum(0)
    by_class = y.argsort(stable=True)
    start = n.cumsum(0) - n
    turn = torch.arange(int(n.max()), device=y.device)[None, :] % n.clamp(min=1)[:, None]
    where = (start[:, None] + turn)[n > 0]
    return by_class[where.reshape(-1)]

# %% solution-split
def balanced_split(y, order, n_test, K, sample):
    """y (N,) int, order (N,) shuffled places, sample(labels, K) -> places -> train and test, places in y (int64)."""
    test, rest = order.tensor_split([n_test])
    train = rest.gather(0, sample(y.gather(0, rest), K))
    return train, test

# %% solution-f1
def f1(said, y):
    """said, y (N,) of 0 and 1: what was said, what is true -> precision, recall and F1, three numbers."""
    a = torch.stack([1 - said, said]).double()
    b = torch.stack([1 - y, y]).double()
    (_, fn), (fp, tp) = (a @ b.T).tolist()
    precision = tp / max(tp + fp, 1)
    recall = tp / max(tp + fn, 1)
    both = 2 * tp / max(2 * tp + fp + fn, 1)
    return precision, recall, both

# %% solution-pr
def pr_curve(scores, y):
    """scores (N,), y (N,) of 0 and 1 -> precision and recall (N,) float32, from the highest score down."""
    above = (scores[None, :] >= scores[:, None]).float()  # (N, N): row i, who is at or above i
    k = above.sum(1)
    tp = above @ y.float()
    precision, recall = torch.empty_like(tp), torch.empty_like(tp)
    precision[k.long() - 1] = tp / k
    recall[k.long() - 1] = tp / y.sum()
    return precision, recall

# %% solution-baselines
def baselines(y_train, y_test, K):
    """Labels (N,), (M,) int from 0 to K - 1 -> accuracy and mean cross-entropy of the baselines on the test labels."""
    share = F.one_hot(y_train, K).float().mean(0)
    came = F.one_hot(y_test, K).float().mean(0)
    accuracy = came @ (share == share.max()).float()
    loss = -(came @ share.log())
    return accuracy, loss

# %% solution-bt
def bradley_terry(wins, steps):
    """wins (P, P) float, wins[i, j] how often i beat j -> Elo ratings (P,) after so many steps, their mean 1000."""
    s = torch.ones(len(wins), device=wins.device)
    logs = s.log()
    W, n = wins.sum(1).log(), (wins + wins.T).log()
    for _ in range(steps):
        logs = W - torch.logsumexp(n - torch.logaddexp(logs[:, None], logs[None, :]), 1)
    return 1000 + 400 / math.log(10) * (logs - logs.mean())

# %% solution-intervals
def rating_intervals(votes, draws, P, rate):
    """votes (n, 2) int: winner, loser; draws (B, n) int; rate(wins (P, P)) -> (P,) -> intervals (P, 2) float32."""
    won, lost = F.one_hot(votes, P).float().unbind(1)  # (n, P) each
    tables = torch.einsum("bni,bnj->bij", won[draws], lost[draws])
    rated = torch.stack([rate(t) for t in tables]).float()
    return torch.stack([rated.quantile(q, 0) for q in (0.025, 0.975)], 1)
