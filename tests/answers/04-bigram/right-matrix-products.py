# because: Counts are products of one-hot matrices; the next token is found with torch.where and clamped, the nll with a mask.
# batch: 2
# %% solution-counts
def bigram_counts(words):
    """words, a list of str -> N (27, 27), int64: N[i, j] = how often token j comes right after token i."""
    keep = set("abcdefghijklmnopqrstuvwxyz")
    before, after = [], []
    for word in words:
        t = [stoi[c] for c in filter(keep.__contains__, word)]
        if t:
            before += [0] + t
            after += t + [0]
    if not before:
        return torch.zeros((27, 27), dtype=torch.int64)
    left, right = (F.one_hot(torch.tensor(t), 27).double() for t in (before, after))
    return (left.T @ right).round().long()
# %% solution-probs
def probs(N, k):
    """N (R, V) counts, k a number -> P (R, V), float32: k added to every count, then each row sums to 1."""
    return torch.softmax(torch.log(N.double() + k), dim=1).float()
# %% solution-sample
def sample(P, u):
    """P (V, V) probabilities, u (L,) uniform numbers -> a name of at most L letters, a str."""
    name = ""
    ix = 0  # the token that is there: at first the full stop
    for r in u.tolist():
        ends = P[ix].cumsum(0).clone()
        ends[-1] = 2.0
        ix = torch.where(ends > r)[0].min().item()
        if ix == 0:
            break
        name = "".join([name, itos[ix]])
    return name
# %% solution-nll
def nll(P, xs, ys):
    """P (R, V) probabilities, xs (n,), ys (n,) int64 -> the mean negative log-likelihood, a tensor without dimensions."""
    return -torch.stack([P[x, y] for x, y in zip(xs, ys)]).log().mean()
# %% solution-logits
logits = torch.einsum("nv,vk->nk", F.one_hot(xb, 27).float(), W)
# %% solution-p
counts = torch.exp(logits)
p = torch.diag(1 / counts.sum(1)) @ counts
# %% solution-loss
def loss_and_grad(W, xs, ys, reg):
    """W (V, V), xs (n,), ys (n,), reg a number -> loss, a tensor without dimensions, and its gradient dW (V, V)."""
    W = W.detach().clone().requires_grad_()
    n, V = len(xs), len(W)
    logits = F.one_hot(xs, V).to(W.dtype) @ W
    right = logits[torch.arange(n, device=W.device), ys]
    loss = torch.mean(logits.logsumexp(1) - right) + reg * torch.trace(W @ W.T) / V**2
    loss.backward()
    dW = W.grad
    return loss.detach(), dW
# %% solution-trigram
def trigram_counts(words):
    """words, a list of str -> N (27, 27, 27), int64: N[a, b, c] = how often c comes right after a, b."""
    N = torch.zeros((27, 27, 27), dtype=torch.int64)
    def add(a, b, rest):
        if rest:
            c = stoi[rest[0]]
            N[a, b, c] += 1
            add(b, c, rest[1:])

    for word in words:
        add(0, 0, word + ".")
    return N
# %% solution-sample-trigram
def sample_trigram(P, u):
    """P (V, V, V) probabilities, u (L,) uniform numbers -> a name of at most L letters, a str."""
    name = ""
    a = b = 0  # the two tokens that are there
    for r in u.tolist():
        ends = P.view(-1, P.shape[-1])[a * P.shape[1] + b].cumsum(0)
        c = min(int((ends <= r).long().sum()), P.shape[-1] - 1)
        a, b = b, c
        if c == 0:
            break
        name += itos[c]
    return name
