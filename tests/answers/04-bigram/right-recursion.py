# because: Recursion for drawing names, a matrix product of one-hot columns for counting pairs, index_add_ for the gradient by hand.
# batch: 1
# %% solution-counts
def bigram_counts(words):
    """words, a list of str -> N (27, 27), int64: N[i, j] = how often token j comes right after token i."""
    before, after = [], []
    for word in words:
        codes = [ord(c) - 96 for c in word if 97 <= ord(c) <= 122]
        if codes:
            before += [0] + codes
            after += codes + [0]
    N = torch.zeros((27, 27), dtype=torch.int64)
    if before:
        X = F.one_hot(torch.tensor(before), 27)
        Y = F.one_hot(torch.tensor(after), 27)
        N += X.T @ Y
    return N
# %% solution-probs
def probs(N, k):
    """N (R, V) counts, k a number -> P (R, V), float32: k added to every count, then each row sums to 1."""
    total = N.sum(1) + k * N.size(1)
    return ((N + k).T / total).T.to(torch.float32)
# %% solution-sample
def sample(P, u):
    """P (V, V) probabilities, u (L,) uniform numbers -> a name of at most L letters, a str."""
    C = P.cumsum(1)
    C[:, -1] = 1.0
    C = C.tolist()

    def rest(ix, numbers):
        if not numbers:
            return ""
        r, *later = numbers
        nxt = min(j for j, end in enumerate(C[ix]) if end > r)
        return itos[nxt] + rest(nxt, later) if nxt else ""

    return rest(0, u.tolist())
# %% solution-nll
def nll(P, xs, ys):
    """P (R, V) probabilities, xs (n,), ys (n,) int64 -> the mean negative log-likelihood, a tensor without dimensions."""
    flat = P.reshape(-1)[xs * P.shape[1] + ys]
    return flat.log().neg().sum().div(flat.numel())
# %% solution-logits
# logits: (20, 27), row i from token xb[i]
logits = torch.einsum("nv,vw->nw", F.one_hot(xb, 27).float(), W)
# %% solution-p
# p: (20, 27), row i = the probabilities of the token after xb[i]
e = torch.exp(logits - logits.amax(1, keepdim=True))
p = e / e.sum(1)[:, None]
# %% solution-loss
def loss_and_grad(W, xs, ys, reg):
    """W (V, V), xs (n,), ys (n,), reg a number -> loss, a tensor without dimensions, and its gradient dW (V, V)."""
    W = W.detach().clone()
    n, V = xs.numel(), W.shape[0]
    rows = torch.arange(n, device=W.device)
    logp = torch.log_softmax(W[xs], 1)
    dz = logp.exp()
    dz[rows, ys] -= 1
    dW = 2 * reg * W / (V * V)
    dW.index_add_(0, xs, dz / n)
    loss = reg * torch.mean(W**2) - torch.mean(logp[rows, ys])
    return loss, dW
# %% solution-trigram
def trigram_counts(words):
    """words, a list of str -> N (27, 27, 27), int64: N[a, b, c] = how often c comes right after a, b."""
    triples = [(a, b, c) for w in words for codes in [[0, 0, *map(alphabet.index, w), 0]] for a, b, c in zip(codes, codes[1:], codes[2:])]
    N = torch.zeros((27, 27, 27), dtype=torch.int64)
    if triples:
        a, b, c = torch.tensor(triples).T
        N.index_put_((a, b, c), torch.ones_like(a), accumulate=True)
    return N
# %% solution-sample-trigram
def sample_trigram(P, u):
    """P (V, V, V) probabilities, u (L,) uniform numbers -> a name of at most L letters, a str."""
    def rest(a, b, numbers):
        if len(numbers) == 0:
            return ""
        ends = P[a, b].cumsum(0)
        c = int(torch.searchsorted(ends[:-1].contiguous(), numbers[0], right=True))
        return "" if c == 0 else itos[c] + rest(b, c, numbers[1:])

    return rest(0, 0, u)
