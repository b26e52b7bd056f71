# because: Sums and products written as einsum, one-hot by eye and index_select, unbroadcast by einsum letters.
# batch: 2
# %% solution-row-normalise
def row_normalise(M):
    """M (R, C), float32 or whole numbers, >= 0 -> P (R, C) float32: each row of M divided by its sum."""
    F32 = M.to(torch.float32)
    return torch.einsum("rc,r->rc", F32, 1 / torch.einsum("rc->r", F32))
# %% solution-one-hot
def one_hot(ix, K):
    """ix (N,) int, from 0 to K - 1 -> (N, K) float32: a 1 at the class of each example, 0 elsewhere."""
    return torch.eye(K, device=ix.device).index_select(0, ix.long())
# %% solution-pick
def pick(P, y):
    """P (N, K), y (N,) int, from 0 to K - 1 -> (N,): of each row i of P the number in column y[i]."""
    return P.gather(1, y.long().reshape(-1, 1)).reshape(-1)
# %% solution-mse
def mse(p, t):
    """p (N, 1) predictions, t (N,) targets -> their mean squared error, one number."""
    d = torch.einsum("no->n", p) - t
    return torch.einsum("n,n->", d, d) / t.numel()
# %% solution-unbroadcast
def unbroadcast(g, shape):
    """g: any shape that a tensor of this shape can be broadcast to -> g summed over all copies, of this shape."""
    axes = list(range(g.ndim))
    k = g.ndim - len(shape)
    stay = [a for a in axes[k:] if shape[a - k] != 1]
    return torch.einsum(g, axes, stay).reshape(shape)
# %% solution-regression
def regression(Phi, t, w):
    """Phi (N, M), t (N,), w (M,) -> the loss (one number) of the predictions Phi @ w, and its gradient (M,)."""
    d = torch.einsum("nm,m->n", Phi, w) - t
    loss = torch.einsum("n,n->", d, d) / len(d)
    grad = torch.einsum("nm,n->m", Phi, d + d) / len(d)
    return loss, grad
# %% solution-classification
def classification(Phi, y, W):
    """Phi (N, M), y (N,) int, W (M, K) -> the loss (one number) of softmax(Phi @ W), and its gradient (M, K)."""
    Z = torch.einsum("nm,mk->nk", Phi, W)
    logP = Z - Z.logsumexp(1, keepdim=True)
    Y = torch.eye(W.shape[1], dtype=Z.dtype, device=Z.device)[y]
    loss = -logP[Y.bool()].mean()
    grad = torch.einsum("nm,nk->mk", Phi, logP.exp() - Y) / len(y)
    return loss, grad
