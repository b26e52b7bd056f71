# because: Right, as sums of products: einsum, one-hot matrices, dot products and comparison tables instead of indexing, counting and loops.
# batch: 3
# %% solution-kl
def kl_gauss(mu, logvar, mu0, logvar0):
    d, r = (mu - mu0).flatten(), (logvar - logvar0).flatten()
    return (torch.expm1(r) - r + torch.einsum("i,i,i->i", d, d, (-logvar0).flatten().exp())).sum() / 2
# %% solution-bayes
def bayes_linear(x, mu, logvar, eps):
    sigma = torch.exp(0.5 * logvar)
    return torch.einsum("ni,io->no", x, mu) + torch.einsum("ni,io,...io->...no", x, sigma, eps)
# %% solution-kinds
def aleatoric(logvars):
    S, N = logvars.shape
    return torch.exp(torch.logsumexp(logvars, 0) - math.log(S))


def epistemic(mus):
    S = mus.shape[0]
    away = mus - torch.einsum("sn->n", mus) / S
    return torch.einsum("sn,sn->n", away, away) / S
# %% solution-weights
def class_weights(y, K):
    n = F.one_hot(y, K).float().T @ torch.ones(len(y), device=y.device)
    return torch.where(n > 0, len(y) / (K * n), torch.zeros_like(n))
# %% solution-pr
def pr_curve(scores, y):
    t = y.float()
    above = (scores[None, :] >= scores[:, None]).float()  # row i: who is called 1 if i is the last one
    k = above.sum(1)
    tp = torch.einsum("ij,j->i", above, t)
    at = k.long() - 1
    precision, recall = torch.empty_like(tp), torch.empty_like(tp)
    precision[at], recall[at] = tp / k, tp / t.sum()
    return precision, recall
