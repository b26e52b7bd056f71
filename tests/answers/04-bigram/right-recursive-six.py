# because: recursion and functional style: reduce, Counter, a recursive walk for the names that ignores the loop's skeleton, vmap-free torch.autograd.grad with logsumexp
# batch: 6
# %% solution-counts
def bigram_counts(words):
    """words, a list of str -> N (27, 27), int64: N[i, j] = how often token j comes right after token i."""

    from collections import Counter
    from itertools import pairwise

    def clean(word):
        return "" if word == "" else ("" if not "a" <= word[0] <= "z" else word[0]) + clean(word[1:])

    seen = Counter(pair for w in map(clean, words) if w for pair in pairwise(f".{w}."))
    N = torch.zeros((27, 27), dtype=torch.int64)
    for (c, d), n in seen.items():
        N[stoi[c], stoi[d]] = n
    return N
# %% solution-probs
def probs(N, k):
    """N (R, V) counts, k a number -> P (R, V), float32: k added to every count, then each row sums to 1."""

    def one(row):
        return row / torch.sum(row)

    return torch.stack([one(row) for row in torch.add(N, k).to(torch.float32).unbind(0)])
# %% solution-sample
def sample(P, u):
    """P (V, V) probabilities, u (L,) uniform numbers -> a name of at most L letters, a str."""
    name = ""
    ix = 0  # the token that is there: at first the full stop
    for r in u.tolist():
        # ix: the token that comes next, by r; then end, or add its letter itos[ix] to the name

        break  # not this way: by recursion, below

    def first(ends, r, lo, hi):  # bisection for the first end > r among lo..hi; hi is always good enough
        if lo == hi:
            return lo
        mid = (lo + hi) // 2
        return first(ends, r, lo, mid) if ends[mid] > r else first(ends, r, mid + 1, hi)

    def rest(ix, numbers):
        if not numbers:
            return ""
        j = first(P[ix].cumsum(-1).tolist(), numbers[0], 0, P.shape[1] - 1)
        return "" if j == 0 else itos[j] + rest(j, numbers[1:])

    return rest(ix, u.tolist())
# %% solution-nll
def nll(P, xs, ys):
    """P (R, V) probabilities, xs (n,), ys (n,) int64 -> the mean negative log-likelihood, a tensor without dimensions."""

    from functools import reduce

    return reduce(lambda s, pair: s - P[pair[0], pair[1]].log(), zip(xs, ys), P.new_zeros(())) / xs.numel()
# %% solution-logits
# logits: (20, 27), row i from token xb[i]
logits = torch.stack(list(map(W.__getitem__, xb.tolist())))
# %% solution-p
# p: (20, 27), row i = the probabilities of the token after xb[i]
p = torch.exp(logits - torch.logsumexp(logits, dim=-1, keepdim=True))
# %% solution-loss
def loss_and_grad(W, xs, ys, reg):
    """W (V, V), xs (n,), ys (n,), reg a number -> loss, a tensor without dimensions, and its gradient dW (V, V)."""
    W = W.detach().clone().requires_grad_()
    # loss: with the regularisation in it
    # dW: (V, V), the gradient of loss with respect to W

    parts = [torch.logsumexp(W[x], 0) - W[x, y] for x, y in zip(xs.tolist(), ys.tolist())]
    loss = torch.stack(parts).mean() + reg * torch.linalg.norm(W) ** 2 / W.numel()
    (dW,) = torch.autograd.grad(loss, W)
    return loss.detach(), dW
# %% solution-trigram
def trigram_counts(words):
    """words, a list of str -> N (27, 27, 27), int64: N[a, b, c] = how often c comes right after a, b."""
    N = torch.zeros((27, 27, 27), dtype=torch.int64)

    def walk(a, b, rest):
        c = stoi[rest[0]]
        N[a, b, c] += 1
        if len(rest) > 1:
            walk(b, c, rest[1:])

    for w in words:
        walk(0, 0, w + ".")
    return N
# %% solution-sample-trigram
def sample_trigram(P, u):
    """P (V, V, V) probabilities, u (L,) uniform numbers -> a name of at most L letters, a str."""
    name = ""
    a = b = 0  # the two tokens that are there
    for r in u.tolist():

        pass

    def speak(a, b, numbers):
        for r in numbers:
            c = next((j for j, end in enumerate(P[a, b].cumsum(0).tolist()) if end > r), P.shape[2] - 1)
            return itos[c] + speak(b, c, numbers[1:]) if c else ""
        return ""

    return speak(a, b, u.tolist())
