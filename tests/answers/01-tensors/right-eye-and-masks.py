# because: rows of the unit matrix, boolean masks, logsumexp, expand
# batch: 1
# %% solution-row-normalise
def row_normalise(M):
    M = M.float()
    return M.div(M.sum(-1).unsqueeze(-1).expand_as(M))
# %% solution-one-hot
def one_hot(ix, K):
    return torch.eye(K, device=ix.device)[ix.long()]
# %% solution-pick
def pick(P, y):
    mask = torch.arange(P.shape[1], device=P.device) == y[:, None]
    return P.masked_select(mask)
# %% solution-mse
def mse(p, t):
    return (p - t[:, None]).square().mean()
# %% solution-classification
def classification(Phi, y, W):
    Z = Phi @ W
    lse = torch.logsumexp(Z, 1)
    loss = (lse - Z.gather(1, y.long()[:, None]).squeeze(1)).mean()
    P = (Z - lse[:, None]).exp()
    grad = Phi.mT @ (P - torch.eye(W.shape[1], device=W.device)[y.long()]) / Z.shape[0]
    return loss, grad
