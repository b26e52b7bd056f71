# because: Counters and dictionaries for counting, bisect for drawing, Python sums for the likelihood, autograd.grad instead of backward.
# batch: 1
# %% solution-counts
from collections import Counter


def bigram_counts(words):
    """words, a list of str -> N (27, 27), int64: N[i, j] = how often token j comes right after token i."""
    letters = frozenset(alphabet) - {"."}
    pairs = Counter()
    for word in words:
        kept = [*filter(letters.__contains__, word)]
        pairs.update(zip([".", *kept], [*kept, "."]) if kept else ())
    return torch.tensor([[pairs[one, two] for two in alphabet] for one in alphabet], dtype=torch.int64)
# %% solution-probs
def probs(N, k):
    """N (R, V) counts, k a number -> P (R, V), float32: k added to every count, then each row sums to 1."""
    rows = []
    for row in N.tolist():
        total = sum(row) + k * len(row)
        rows.append([(n + k) / total for n in row])
    return torch.tensor(rows, dtype=torch.float32, device=N.device)
# %% solution-sample
from bisect import bisect_right


def sample(P, u):
    """P (V, V) probabilities, u (L,) uniform numbers -> a name of at most L letters, a str."""
    name = ""
    ix = 0  # the token that is there: at first the full stop
    for r in u.tolist():
        ends = P[ix].cumsum(0).tolist()
        ix = bisect_right(ends, r, hi=len(ends) - 1)
        if ix == 0:
            break
        name += itos[ix]
    return name
# %% solution-nll
def nll(P, xs, ys):
    """P (R, V) probabilities, xs (n,), ys (n,) int64 -> the mean negative log-likelihood, a tensor without dimensions."""
    chosen = P.index_select(0, xs).gather(1, ys.unsqueeze(1)).squeeze(1)
    return chosen.reciprocal().log().mean()
# %% solution-logits
# logits: (20, 27), row i from token xb[i]
logits = torch.stack([W[t] for t in xb.tolist()])
# %% solution-p
# p: (20, 27), row i = the probabilities of the token after xb[i]
p = torch.stack([row.exp() / row.exp().sum() for row in logits])
# %% solution-loss
def loss_and_grad(W, xs, ys, reg):
    """W (V, V), xs (n,), ys (n,), reg a number -> loss, a tensor without dimensions, and its gradient dW (V, V)."""
    W = W.detach().clone().requires_grad_()
    z = W[xs]
    likelihood = torch.logsumexp(z, 1) - z.gather(1, ys.view(-1, 1)).view(-1)
    loss = likelihood.mean() + reg * W.square().mean()
    (dW,) = torch.autograd.grad(loss, W)
    return loss.detach(), dW
# %% solution-trigram
from collections import Counter


def trigram_counts(words):
    """words, a list of str -> N (27, 27, 27), int64: N[a, b, c] = how often c comes right after a, b."""
    seen = Counter(t for w in words for t in zip(".." + w, "." + w + ".", w + "."))
    N = torch.zeros((27, 27, 27), dtype=torch.int64)
    for (a, b, c), n in seen.items():
        N[stoi[a], stoi[b], stoi[c]] = n
    return N
# %% solution-sample-trigram
def sample_trigram(P, u):
    """P (V, V, V) probabilities, u (L,) uniform numbers -> a name of at most L letters, a str."""
    from bisect import bisect_right

    tokens = [0, 0]
    for r in u.tolist():
        ends = P[tokens[-2], tokens[-1]].cumsum(0).tolist()
        tokens.append(bisect_right(ends, r, 0, len(ends) - 1))
        if tokens[-1] == 0:
            break
    return "".join(itos[t] for t in tokens if t)
