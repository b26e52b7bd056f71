# because: torch's var_mean, logsumexp, stack of draws, index_put_ with accumulate, nanmean
# batch: 1
# %% solution-nll
def gauss_nll(y, mu, logvar):
    z = (y - mu) * (-logvar / 2).exp()
    return (z.square() + logvar).mean() / 2 + math.log(math.sqrt(2 * math.pi))
# %% solution-kl
def kl_gauss(mu, logvar, mu0, logvar0):
    d = logvar - logvar0
    return ((d.exp() - d - 1) + (mu - mu0).square() * (-logvar0).exp()).sum() / 2
# %% solution-mc
def mc_dropout(f, masks):
    std, mean = torch.std_mean(torch.stack(list(map(f, masks))), dim=0, correction=1)
    return mean, std
# %% solution-kinds
def aleatoric(logvars):
    return (torch.logsumexp(logvars, 0) - math.log(len(logvars))).exp()


def epistemic(mus):
    return torch.var(mus, dim=0, correction=0)
# %% solution-temperature
def temperatures(logits, y, Ts):
    z = logits / torch.tensor(Ts, dtype=logits.dtype, device=logits.device)[:, None, None]
    losses = (z.logsumexp(2) - z[:, torch.arange(len(y), device=y.device), y]).mean(1)
    return float(Ts[losses.argmin()]), losses
# %% solution-pr
def pr_curve(scores, y):
    above = (scores[None, :] >= scores[:, None]).float()
    rank, tp = above.sum(1), above @ y.float()
    order = torch.argsort(rank)
    return (tp / rank)[order], (tp / y.sum())[order]
# %% solution-intervals
def rating_intervals(votes, draws, P, rate):
    rows = []
    for drawn in votes[draws]:
        table = torch.zeros(P, P, device=votes.device)
        table.index_put_((drawn[:, 0], drawn[:, 1]), torch.ones(len(drawn), device=votes.device), accumulate=True)
        rows.append(rate(table))
    return torch.stack(rows, 1).quantile(torch.tensor([0.025, 0.975], device=votes.device), dim=1).mT
