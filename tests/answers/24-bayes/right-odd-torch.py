# because: rarely used torch functions: expm1, addcmul, index_add, sparse tensors, searchsorted, bucketize, baddbmm, std_mean
# batch: 5
# %% solution-posterior
def posterior(cpts, evidence):
    """cpts {name: (causes, table)}, evidence {name: 0 or 1} -> {name: P(name = 1 | evidence)} for all names."""
    names = list(cpts)
    total, ones = 0.0, dict.fromkeys(names, 0.0)
    for values in itertools.product((0, 1), repeat=len(names)):
        world = dict(zip(names, values))  # such as {"data": 0, "bug": 1, "high": 1, "nan": 0}
        wrong = set(evidence.items()) - set(world.items())
        p = 0.0 if wrong else 1.0
        for name in reversed(names):
            causes, table = cpts[name]
            p *= abs(1 - world[name] - table[tuple([world[c] for c in causes])])
        total += p
        for name in names:
            ones[name] += p * world[name]
    return {name: ones[name] / total for name in names}

# %% solution-nll
def gauss_nll(y, mu, logvar):
    """y, mu, logvar (N,): truth, mean, log of the variance -> the mean negative log-likelihood, one number."""
    z = torch.sub(y, mu).mul(torch.special.exp2(logvar * (-0.5 / math.log(2))))
    return torch.addcmul(logvar + math.log(math.tau), z, z).mean().mul(0.5)

# %% solution-kl
def kl_gauss(mu, logvar, mu0, logvar0):
    """Means and log-variances of q and of p, all of one shape -> KL(q || p), summed over all weights: one number."""
    d = logvar.sub(logvar0)
    squared = torch.square((mu - mu0) * torch.exp(logvar0.div(-2)))
    return torch.stack([torch.expm1(d).sum(), d.neg().sum(), squared.sum()]).sum().div(2)

# %% solution-bayes
def bayes_linear(x, mu, logvar, eps):
    """x (N, I); mu, logvar (I, O) of the weights; eps (I, O) or (S, I, O) -> x @ W, (N, O) or (S, N, O)."""
    W = torch.addcmul(mu, logvar.mul(0.5).exp(), eps)
    if W.dim() == 2:
        return F.linear(x, W.T)
    return torch.bmm(x.expand(len(W), -1, -1), W)

# %% solution-mc
def mc_dropout(f, masks):
    """f(mask (H,)) -> predictions, masks (S, H) -> mean and std (with S - 1) of the S predictions."""
    std, mean = torch.std_mean(torch.stack(tuple(map(f, masks.unbind()))), dim=0, correction=1)
    return mean, std

# %% solution-kinds
def aleatoric(logvars):
    """logvars (S, N): each net's log-variance for each example -> (N,): the mean of the variances."""
    return torch.logsumexp(logvars, 0).sub(math.log(len(logvars))).exp()


def epistemic(mus):
    """mus (S, N): each net's mean for each example -> (N,): the variance of the means, divided by S."""
    return torch.var(mus, dim=0, correction=0)

# %% solution-ece
def ece(p, y, bins):
    """p (N,) probabilities, y (N,) outcomes 0 or 1, bins a number -> the expected calibration error, one number."""
    b = torch.clamp((p * bins).trunc().to(torch.int64), 0, bins - 1)
    gap = torch.zeros(bins, dtype=torch.float64, device=p.device).index_add(0, b, p.double() - y.double())
    return gap.abs().sum().item() / p.numel()

# %% solution-temperature
def temperatures(logits, y, Ts):
    """logits (N, K), y (N,) int, Ts a list of floats -> the best temperature, and the losses (len(Ts),) of all."""
    losses = torch.stack([F.nll_loss(F.log_softmax(torch.div(logits, T), -1), y) for T in Ts])
    return Ts[losses.argsort()[0].item()], losses

# %% solution-ci
def ci_mean(x, z=1.96):
    """x (n,) measurements -> the lower and the upper end of the confidence interval of their mean."""
    s, mean = torch.std_mean(x)
    return torch.addcdiv(mean, s, torch.tensor(len(x), device=x.device).sqrt(), value=-z), mean + z * s * len(x) ** -0.5

# %% solution-bootstrap
def bootstrap(x, stat, draws):
    """x (n,) or (n, D), stat(examples) -> a number, draws (B, n) int -> the ends of the 95 % interval of stat(x)."""
    values = x.new_empty(len(draws), dtype=torch.float32)
    for b, places in enumerate(draws.unbind()):
        values[b] = stat(x.index_select(0, places))
    low, high = values.quantile(torch.tensor([0.025, 0.975], device=x.device)).unbind()
    return low, high

# %% solution-weights
def class_weights(y, K):
    """y (N,) int, labels from 0 to K - 1 -> (K,) float32: N / (K n_k), and 0 for a class that does not occur."""
    n = torch.zeros(K, device=y.device).scatter_add(0, y, torch.ones(len(y), device=y.device))
    return (len(y) / K / n).masked_fill(n == 0, 0.0)

# %% solution-oversample
def oversample(y, K):
    """y (N,) int, labels from 0 to K - 1 -> places in y (int64), equally many for each class that occurs."""
    rows = [r for r in (torch.argwhere(y == k)[:, 0] for k in range(K)) if r.numel()]
    most = max(r.numel() for r in rows)
    return torch.cat([r.tile(math.ceil(most / r.numel())).narrow(0, 0, most) for r in rows])

# %% solution-split
def balanced_split(y, order, n_test, K, sample):
    """y (N,) int, order (N,) shuffled places, sample(labels, K) -> places -> train and test, places in y (int64)."""
    test = torch.narrow(order, 0, 0, n_test)
    part = torch.narrow(order, 0, n_test, len(order) - n_test)
    train = torch.take(part, sample(torch.take(y, part), K))
    return train, test

# %% solution-f1
def f1(said, y):
    """said, y (N,) of 0 and 1: what was said, what is true -> precision, recall and F1, three numbers."""
    _, fn, fp, tp = torch.bincount(2 * said.long() + y.long(), minlength=4).double()
    precision = torch.nan_to_num(tp / (tp + fp), nan=0.0)
    recall = torch.nan_to_num(tp / (tp + fn), nan=0.0)
    both = torch.nan_to_num(2 * tp / (2 * tp + fp + fn), nan=0.0)
    return precision, recall, both

# %% solution-pr
def pr_curve(scores, y):
    """scores (N,), y (N,) of 0 and 1 -> precision and recall (N,) float32, from the highest score down."""
    order = torch.topk(scores, len(scores)).indices
    tp = torch.cumsum(torch.index_select(y, 0, order), 0, dtype=torch.float32)
    precision = torch.div(tp, torch.ones_like(tp).cumsum(0))
    recall = torch.div(tp, tp.amax())
    return precision, recall

# %% solution-baselines
def baselines(y_train, y_test, K):
    """Labels (N,), (M,) int from 0 to K - 1 -> accuracy and mean cross-entropy of the baselines on the test labels."""
    accuracy = torch.eq(y_test, torch.mode(y_train).values).double().mean().item()
    share = torch.bincount(y_train, minlength=K).div(len(y_train))
    loss = F.nll_loss(share.log().expand(len(y_test), K), y_test).item()
    return accuracy, loss

# %% solution-bt
def bradley_terry(wins, steps):
    """wins (P, P) float, wins[i, j] how often i beat j -> Elo ratings (P,) after so many steps, their mean 1000."""
    s = torch.ones(len(wins), device=wins.device)
    n, W = torch.add(wins, wins.mT), wins.sum(-1)
    for _ in range(steps):
        s = torch.div(W, torch.sum(n * torch.reciprocal(torch.add(s.unsqueeze(0), s.unsqueeze(1))), -1))
    elo = torch.log10(s).mul(400)
    return elo.sub(elo.mean()).add(1000)

# %% solution-intervals
def rating_intervals(votes, draws, P, rate):
    """votes (n, 2) int: winner, loser; draws (B, n) int; rate(wins (P, P)) -> (P,) -> intervals (P, 2) float32."""
    ones = torch.ones(draws.shape[1], device=votes.device)
    ratings = [rate(torch.sparse_coo_tensor(votes[d].T, ones, (P, P)).to_dense()) for d in draws]
    q = torch.tensor([0.025, 0.975], device=votes.device)
    return torch.quantile(torch.stack(ratings, 1).float(), q, dim=1).T.contiguous()
