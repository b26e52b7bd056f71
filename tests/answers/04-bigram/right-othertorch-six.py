# because: other torch functions: bincount, F.normalize with p=1, bucketize/searchsorted, gather, index_select, F.embedding, log_softmax, index_add_ for the gradient
# batch: 6
# %% solution-counts
def bigram_counts(words):
    """words, a list of str -> N (27, 27), int64: N[i, j] = how often token j comes right after token i."""

    import re

    stripped = [re.sub("[^a-z]", "", w) for w in words]
    stripped = [w for w in stripped if w]
    codes = torch.tensor([ord(c) - 96 if c != "." else 0 for w in stripped for c in "." + w] + [0], dtype=torch.int64)
    return torch.bincount(27 * codes[:-1] + codes[1:], minlength=27 * 27).reshape(27, 27)
# %% solution-probs
def probs(N, k):
    """N (R, V) counts, k a number -> P (R, V), float32: k added to every count, then each row sums to 1."""

    return F.normalize(N.to(torch.float32) + k, p=1, dim=1)
# %% solution-sample
def sample(P, u):
    """P (V, V) probabilities, u (L,) uniform numbers -> a name of at most L letters, a str."""
    name = ""
    ix = 0  # the token that is there: at first the full stop
    for r in u.tolist():
        # ix: the token that comes next, by r; then end, or add its letter itos[ix] to the name

        inner = P[ix].cumsum(0)[:-1].contiguous()  # without the last end: what passes all of these is the last token
        ix = int(torch.bucketize(torch.tensor(r, device=P.device), inner, right=True))
        if itos[ix] == ".":
            break
        name = "".join((name, itos[ix]))
    return name
# %% solution-nll
def nll(P, xs, ys):
    """P (R, V) probabilities, xs (n,), ys (n,) int64 -> the mean negative log-likelihood, a tensor without dimensions."""

    chosen = P.index_select(0, xs).gather(1, ys.unsqueeze(1))
    return chosen.log().neg().mean()
# %% solution-logits
# logits: (20, 27), row i from token xb[i]
logits = F.embedding(xb, W)
# %% solution-p
# p: (20, 27), row i = the probabilities of the token after xb[i]
p = torch.log_softmax(logits, -1).exp()
# %% solution-loss
def loss_and_grad(W, xs, ys, reg):
    """W (V, V), xs (n,), ys (n,), reg a number -> loss, a tensor without dimensions, and its gradient dW (V, V)."""
    W = W.detach().clone().requires_grad_()
    # loss: with the regularisation in it
    # dW: (V, V), the gradient of loss with respect to W

    W = W.detach()
    V, n = W.shape[1], xs.numel()
    logp = F.log_softmax(W.index_select(0, xs), dim=1)
    loss = -logp.gather(1, ys[:, None]).sum() / n + reg * torch.mean(torch.square(W))
    dlogits = logp.exp().scatter_add(1, ys[:, None], -torch.ones(n, 1, dtype=W.dtype, device=W.device)) / n
    dW = (W * (2 * reg / V**2)).index_add_(0, xs, dlogits)
    return loss.detach(), dW
# %% solution-trigram
def trigram_counts(words):
    """words, a list of str -> N (27, 27, 27), int64: N[a, b, c] = how often c comes right after a, b."""
    N = torch.zeros((27, 27, 27), dtype=torch.int64)

    if words:
        codes = torch.tensor([stoi[c] for w in words for c in ".." + w] + [0, 0])
        a, b, c = codes.unfold(0, 3, 1).T
        keep = ~((b == 0) & (a != 0))  # windows across the gap of two names
        one = torch.ones_like(a[keep])
        N.index_put_((a[keep], b[keep], c[keep]), one, accumulate=True)
    return N
# %% solution-sample-trigram
def sample_trigram(P, u):
    """P (V, V, V) probabilities, u (L,) uniform numbers -> a name of at most L letters, a str."""
    name = ""
    a = b = 0  # the two tokens that are there
    for r in u.tolist():

        ends = P.select(0, a).select(0, b).cumsum(0)
        c = torch.searchsorted(ends, torch.tensor(r, device=P.device), right=True).clamp(max=P.size(-1) - 1).item()
        if c == 0:
            break
        name += itos[c]
        a, b = b, c
    return name
