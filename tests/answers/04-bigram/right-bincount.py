# because: Counting by bincount of flat numbers, the names through a regular expression, sampling by counting passed ends, the gradient by hand with a one-hot product.
# batch: 1
# %% solution-counts
import re


def bigram_counts(words):
    """words, a list of str -> N (27, 27), int64: N[i, j] = how often token j comes right after token i."""
    # names of one text share the full stop between them
    clean = [w for w in (re.sub("[^a-z]", "", word) for word in words) if w]
    text = torch.tensor([stoi[c] for c in "." + "".join(w + "." for w in clean)])
    return torch.bincount(27 * text[:-1] + text[1:], minlength=729).view(27, 27)
# %% solution-probs
def probs(N, k):
    """N (R, V) counts, k a number -> P (R, V), float32: k added to every count, then each row sums to 1."""
    smooth = N.double() + k
    return torch.einsum("rv,r->rv", smooth, 1 / smooth.sum(1)).float()
# %% solution-sample
def sample(P, u):
    """P (V, V) probabilities, u (L,) uniform numbers -> a name of at most L letters, a str."""
    name = ""
    ix = 0  # the token that is there: at first the full stop
    ends = P.cumsum(1)[:, :-1]  # the last end is 1, and no r gets there
    for r in u.tolist():
        ix = torch.count_nonzero(ends[ix] <= r).item()
        if not ix:
            break
        name += itos[ix]
    return name
# %% solution-nll
def nll(P, xs, ys):
    """P (R, V) probabilities, xs (n,), ys (n,) int64 -> the mean negative log-likelihood, a tensor without dimensions."""
    R, V = P.shape
    counts = torch.bincount(xs * V + ys, minlength=R * V).view(R, V)
    return -torch.xlogy(counts, P).sum() / counts.sum()
# %% solution-logits
# logits: (20, 27), row i from token xb[i]
logits = torch.index_select(W, 0, xb)
# %% solution-p
# p: (20, 27), row i = the probabilities of the token after xb[i]
p = torch.exp(logits - logits.logsumexp(dim=1, keepdim=True))
# %% solution-loss
def loss_and_grad(W, xs, ys, reg):
    """W (V, V), xs (n,), ys (n,), reg a number -> loss, a tensor without dimensions, and its gradient dW (V, V)."""
    W = W.detach().clone()
    n, V = len(xs), W.shape[1]
    X, Y = F.one_hot(xs, V).to(W.dtype), F.one_hot(ys, V).to(W.dtype)
    log_p = (X @ W).log_softmax(dim=1)
    loss = -(Y * log_p).sum() / n + reg * (W * W).sum() / V**2
    dW = X.T @ (log_p.exp() - Y) / n + (2 * reg / V**2) * W
    return loss.detach(), dW
# %% solution-trigram
def trigram_counts(words):
    """words, a list of str -> N (27, 27, 27), int64: N[a, b, c] = how often c comes right after a, b."""
    text = torch.tensor([stoi[c] for w in words for c in ".." + w + "."])
    a, b, c = text[:-2], text[1:-1], text[2:]
    inside = (b > 0) | ((a == 0) & (c > 0))  # not across the border of two names
    flat = (729 * a + 27 * b + c)[inside]
    return torch.bincount(flat, minlength=27**3).view(27, 27, 27)
# %% solution-sample-trigram
def sample_trigram(P, u):
    """P (V, V, V) probabilities, u (L,) uniform numbers -> a name of at most L letters, a str."""
    name = ""
    a = b = 0  # the two tokens that are there
    ends = P.cumsum(-1)[..., :-1]
    for r in u.tolist():
        a, b = b, int((ends[a, b] <= r).sum())
        if b == 0:
            break
        name += itos[b]
    return name
