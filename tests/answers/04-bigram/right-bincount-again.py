# because: All counts come from bincount / index_put_ over one long list of numbers; probabilities with log and softmax; torch.autograd.grad for the gradient.
# batch: 2
# %% solution-counts
def bigram_counts(words):
    """words, a list of str -> N (27, 27), int64: N[i, j] = how often token j comes right after token i."""
    flat = []
    for word in words:
        codes = [ord(c) - 96 for c in word if 97 <= ord(c) <= 122]
        if codes:
            flat += [27 * i + j for i, j in zip([0, *codes], [*codes, 0])]
    return torch.bincount(torch.tensor(flat, dtype=torch.int64), minlength=729).view(27, 27)
# %% solution-probs
def probs(N, k):
    """N (R, V) counts, k a number -> P (R, V), float32: k added to every count, then each row sums to 1."""
    return F.normalize((N + k).float(), p=1, dim=1, eps=0.0)
# %% solution-sample
def sample(P, u):
    """P (V, V) probabilities, u (L,) uniform numbers -> a name of at most L letters, a str."""
    name = ""
    ix = 0  # the token that is there: at first the full stop
    for r in u.tolist():
        ends = P[ix].cumsum(0)[:-1].contiguous()
        ix = int(torch.searchsorted(ends, torch.tensor([r], device=ends.device, dtype=ends.dtype), right=True))
        if ix == 0:
            break
        name += itos[ix]
    return name
# %% solution-nll
def nll(P, xs, ys):
    """P (R, V) probabilities, xs (n,), ys (n,) int64 -> the mean negative log-likelihood, a tensor without dimensions."""
    rows = P.index_select(0, xs)
    return -rows.gather(1, ys.view(-1, 1)).squeeze(1).log().sum() / xs.numel()
# %% solution-logits
logits = F.embedding(xb, W)
# %% solution-p
p = F.softmax(logits, dim=-1)
# %% solution-loss
def loss_and_grad(W, xs, ys, reg):
    """W (V, V), xs (n,), ys (n,), reg a number -> loss, a tensor without dimensions, and its gradient dW (V, V)."""
    W = W.detach().clone().requires_grad_()
    logp = F.log_softmax(F.embedding(xs, W), dim=1)
    loss = (logp * F.one_hot(ys, W.shape[1])).sum() / -len(xs) + reg * torch.linalg.norm(W) ** 2 / W.numel()
    (dW,) = torch.autograd.grad(loss, W)
    return loss.detach(), dW
# %% solution-trigram
def trigram_counts(words):
    """words, a list of str -> N (27, 27, 27), int64: N[a, b, c] = how often c comes right after a, b."""
    N = torch.zeros((27, 27, 27), dtype=torch.int64)
    index = [[], [], []]
    for w in words:
        t = [0, 0, *(stoi[c] for c in w), 0]
        for k in range(3):
            index[k] += t[k : len(t) - 2 + k]
    a, b, c = (torch.tensor(i, dtype=torch.int64) for i in index)
    N.index_put_((a, b, c), torch.ones_like(a), accumulate=True)
    return N
# %% solution-sample-trigram
def sample_trigram(P, u):
    """P (V, V, V) probabilities, u (L,) uniform numbers -> a name of at most L letters, a str."""
    name = ""
    a = b = 0  # the two tokens that are there
    for r in u.tolist():
        c = P[a, b].cumsum(0)
        token = int((c[:-1] <= r).sum())
        if token == 0:
            break
        name += itos[token]
        a, b = b, token
    return name
