# because: Counting with collections.Counter and regular expressions, drawing with bisect on accumulated Python floats, gradient by hand.
# batch: 2
# %% solution-counts
def bigram_counts(words):
    """words, a list of str -> N (27, 27), int64: N[i, j] = how often token j comes right after token i."""
    import re
    from collections import Counter

    pairs = Counter()
    for word in words:
        word = re.sub("[^a-z]", "", word)
        if word:
            pairs.update(zip("." + word, word + "."))
    N = torch.zeros((27, 27), dtype=torch.int64)
    for (a, b), n in pairs.items():
        N[stoi[a], stoi[b]] = n
    return N
# %% solution-probs
def probs(N, k):
    """N (R, V) counts, k a number -> P (R, V), float32: k added to every count, then each row sums to 1."""
    smoothed = N.double().add(k)
    return torch.div(smoothed, torch.einsum("rv->r", smoothed)[:, None]).float()
# %% solution-sample
def sample(P, u):
    """P (V, V) probabilities, u (L,) uniform numbers -> a name of at most L letters, a str."""
    name = ""
    ix = 0  # the token that is there: at first the full stop
    for r in u.tolist():
        from bisect import bisect_right

        ends = P[ix].cumsum(0).tolist()
        ix = bisect_right(ends[:-1], r)
        if not ix:
            return name
        name += itos[ix]
    return name
# %% solution-nll
def nll(P, xs, ys):
    """P (R, V) probabilities, xs (n,), ys (n,) int64 -> the mean negative log-likelihood, a tensor without dimensions."""
    return P.log().neg()[xs, ys].mean()
# %% solution-logits
logits = torch.stack([W[token] for token in xb.tolist()])
# %% solution-p
p = torch.exp(logits - torch.logsumexp(logits, dim=1, keepdim=True))
# %% solution-loss
def loss_and_grad(W, xs, ys, reg):
    """W (V, V), xs (n,), ys (n,), reg a number -> loss, a tensor without dimensions, and its gradient dW (V, V)."""
    W = W.detach().clone().requires_grad_()
    W = W.detach()
    V, n = W.shape[0], len(xs)
    logp = W[xs] - torch.logsumexp(W[xs], 1, keepdim=True)
    loss = -logp.gather(1, ys[:, None]).mean() + reg * W.square().mean()
    d = logp.exp()
    d[torch.arange(n), ys] -= 1
    dW = torch.zeros_like(W).index_add_(0, xs, d / n) + 2 * reg / V**2 * W
    return loss.detach(), dW
# %% solution-trigram
def trigram_counts(words):
    """words, a list of str -> N (27, 27, 27), int64: N[a, b, c] = how often c comes right after a, b."""
    N = torch.zeros((27, 27, 27), dtype=torch.int64)
    from collections import Counter

    triples = Counter(t for w in words for t in zip(".." + w, "." + w + ".", w + "."))
    for t, n in triples.items():
        N[tuple(stoi[c] for c in t)] = n
    return N
# %% solution-sample-trigram
def sample_trigram(P, u):
    """P (V, V, V) probabilities, u (L,) uniform numbers -> a name of at most L letters, a str."""
    name = ""
    a = b = 0  # the two tokens that are there
    for r in u.tolist():
        from bisect import bisect_right

        c = bisect_right(P[a, b].cumsum(0).tolist()[:-1], r)
        if c == 0:
            break
        name, a, b = name + itos[c], b, c
    return name
