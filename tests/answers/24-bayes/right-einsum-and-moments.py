# because: einsum for the layer, second moments in the place of deviations, vmap-like stacking, bincount for tables.
# batch: 2
# %% solution-bayes
def bayes_linear(x, mu, logvar, eps):
    return x @ mu + torch.einsum("ni,...io->...no", x, torch.exp(0.5 * logvar) * eps)
# %% solution-mc
def mc_dropout(f, masks):
    answers = torch.stack(list(map(f, masks.unbind())), dim=-1)
    std, mean = torch.std_mean(answers, dim=-1)
    return mean, std
# %% solution-kinds
def aleatoric(logvars):
    return (logvars.logsumexp(0) - math.log(len(logvars))).exp()


def epistemic(mus):
    pairs = (mus[:, None] - mus[None]) ** 2
    return pairs.mean((0, 1)) / 2
# %% solution-bootstrap
def bootstrap(x, stat, draws):
    values = torch.stack([stat(x.index_select(0, places)) for places in draws])
    ends = torch.quantile(values, torch.tensor([0.025, 0.975], dtype=values.dtype, device=values.device))
    return ends[0], ends[1]
# %% solution-split
def balanced_split(y, order, n_test, K, sample):
    test, pool = order.tensor_split([n_test])
    train = pool.gather(0, sample(y.gather(0, pool), K))
    return train, test
# %% solution-intervals
def rating_intervals(votes, draws, P, rate):
    pair = votes[:, 0] * P + votes[:, 1]
    ratings = torch.stack([rate(pair[d].bincount(minlength=P * P).view(P, P).float()) for d in draws])
    low, high = ratings.float().quantile(torch.tensor([0.025, 0.975], device=ratings.device), dim=0)
    return torch.stack([low, high], -1)
