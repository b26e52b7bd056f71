# because: everything by one-hot matrices and einsum: counts are products of one-hot matrices, the loss and its gradient come from the table of counts of the pairs, names are drawn with all rows' sums made at once
# batch: 6
# %% solution-counts
def bigram_counts(words):
    """words, a list of str -> N (27, 27), int64: N[i, j] = how often token j comes right after token i."""

    firsts, seconds = [], []
    for word in words:
        ids = [i for i in map(alphabet.find, word) if i > 0]
        if len(ids):
            firsts += [0, *ids]
            seconds += [*ids, 0]
    A = F.one_hot(torch.tensor(firsts, dtype=torch.int64), 27)
    B = F.one_hot(torch.tensor(seconds, dtype=torch.int64), 27)
    return A.T @ B  # int64 all the way
# %% solution-probs
def probs(N, k):
    """N (R, V) counts, k a number -> P (R, V), float32: k added to every count, then each row sums to 1."""

    X = N.double() + k
    return (torch.diag(1 / X.sum(1)) @ X).float()
# %% solution-sample
def sample(P, u):
    """P (V, V) probabilities, u (L,) uniform numbers -> a name of at most L letters, a str."""
    name = ""
    ix = 0  # the token that is there: at first the full stop
    for r in u.tolist():
        # ix: the token that comes next, by r; then end, or add its letter itos[ix] to the name

        passed = (P.cumsum(1) <= r)[:, :-1]  # (V, V-1), for all rows
        ix = passed.sum(1).tolist()[ix]
        if ix > 0:
            name += itos[ix]
        else:
            break
    return name
# %% solution-nll
def nll(P, xs, ys):
    """P (R, V) probabilities, xs (n,), ys (n,) int64 -> the mean negative log-likelihood, a tensor without dimensions."""

    R, V = P.shape
    how_often = torch.zeros(R * V, dtype=P.dtype, device=P.device)
    how_often.index_add_(0, xs * V + ys, torch.ones(len(xs), dtype=P.dtype, device=P.device))
    occurs = how_often > 0
    return torch.dot(how_often[occurs], -P.flatten()[occurs].log()) / how_often.sum()
# %% solution-logits
# logits: (20, 27), row i from token xb[i]
logits = torch.einsum("nv,vw->nw", (xb[:, None] == torch.arange(27, device=xb.device)).float(), W)
# %% solution-p
# p: (20, 27), row i = the probabilities of the token after xb[i]
p = 1 / torch.exp(logits[:, None, :] - logits[:, :, None]).sum(2)  # 1 / sum_l exp(l - j)
# %% solution-loss
def loss_and_grad(W, xs, ys, reg):
    """W (V, V), xs (n,), ys (n,), reg a number -> loss, a tensor without dimensions, and its gradient dW (V, V)."""
    W = W.detach().clone().requires_grad_()
    # loss: with the regularisation in it
    # dW: (V, V), the gradient of loss with respect to W

    V, n = W.shape[0], len(xs)
    with torch.no_grad():
        X, Y = torch.eye(V, device=W.device)[xs], torch.eye(V, device=W.device)[ys]
        C = torch.einsum("na,nb->ab", X, Y)  # how often each pair occurs
        lse = W.logsumexp(1, keepdim=True)
        loss = (C * (lse - W)).sum() / n + reg * torch.einsum("ab,ab->", W, W) / V**2
        dW = (C.sum(1, keepdim=True) * (W - lse).exp() - C) / n + 2 * reg / V**2 * W
    return loss.detach(), dW
# %% solution-trigram
def trigram_counts(words):
    """words, a list of str -> N (27, 27, 27), int64: N[a, b, c] = how often c comes right after a, b."""
    N = torch.zeros((27, 27, 27), dtype=torch.int64)

    for word in words:
        E = F.one_hot(torch.tensor([0, 0, *(stoi[c] for c in word), 0]), 27)
        for u, v, w in zip(E, E[1:], E[2:], strict=False):
            N += torch.einsum("a,b,c->abc", u, v, w)
    return N
# %% solution-sample-trigram
def sample_trigram(P, u):
    """P (V, V, V) probabilities, u (L,) uniform numbers -> a name of at most L letters, a str."""
    name = ""
    a = b = 0  # the two tokens that are there
    for r in u.tolist():

        stick = torch.cat([P[a, b].cumsum(0)[:-1], P.new_ones(1)])
        c = torch.nonzero(stick > r).min().item()
        a, b = b, c
        if b == 0:
            break
        name += itos[b]
    return name
