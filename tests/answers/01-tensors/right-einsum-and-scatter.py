# because: scatter, einsum, take_along_dim, lstsq in the place of the loop, log_softmax
# batch: 1
# %% solution-row-normalise
def row_normalise(M):
    D = M.double()
    return torch.einsum("rc,r->rc", D, 1 / torch.einsum("rc->r", D)).float()
# %% solution-one-hot
def one_hot(ix, K):
    return torch.zeros(len(ix), K, device=ix.device).scatter_(1, ix.long().unsqueeze(1), 1.0)
# %% solution-pick
def pick(P, y):
    return torch.take_along_dim(P, y.long()[:, None], dim=1)[:, 0]
# %% solution-mse
def mse(p, t):
    e = t - p.reshape(-1)
    return torch.dot(e, e) / e.numel()
# %% solution-unbroadcast
def unbroadcast(g, shape):
    k = g.ndim - len(shape)
    axes = [i for i in range(g.ndim) if i < k or shape[i - k] == 1]
    return (g.sum(axes) if axes else g).reshape(shape)
# %% solution-regression
def regression(Phi, t, w):
    e = torch.mv(Phi, w).sub(t)
    return torch.einsum("i,i->", e, e) / t.numel(), torch.einsum("im,i->m", Phi, e).mul(2 / t.numel())
# %% solution-fit-sine
def fit_sine(x, t):
    A = bumps(x)
    w = torch.linalg.solve(A.T @ A + 0.01 * torch.eye(9, device=x.device), A.T @ t)
    return lambda new: torch.einsum("km,m->k", bumps(new), w)
# %% solution-classification
def classification(Phi, y, W):
    logp = torch.log_softmax(Phi @ W, 1)
    i = torch.arange(len(y), device=y.device)
    G = logp.exp()
    G[i, y] -= 1
    return -logp[i, y].mean(), (G.T @ Phi).T / len(y)
# %% solution-curves
def read_curves(train, held):
    least, best = min((v, i) for i, v in enumerate(held))
    return best, held[-1] - train[-1], held[-1] - least
